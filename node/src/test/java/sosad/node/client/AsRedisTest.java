package sosad.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.node.TestPort;

/**
 * The same bytes are answered with the same bytes as by a redis-server, where one is installed; of an error with the
 * same first words.
 */
@Timeout(60)
class AsRedisTest {
    private static final String END = "the end of the stream";
    private static final String MARK = "*2\r\n$4\r\nECHO\r\n$" + END.length() + "\r\n" + END + "\r\n";

    /** What is answered or not, and leaves the connection in step. */
    private static final List<String> PIECES = List.of(
            "*0\r\n",
            "*-1\r\n",
            "*-12\r\n",
            "\r\n",
            "\n",
            " \t \r\n",
            "PING\r\n",
            " ping  hello \n",
            "''\r\n",
            "*1\r\n$0\r\n\r\n",
            "*2\r\n$4\r\nECHO\r\n$0\r\n\r\n",
            "*2\r\n$3\r\nGET\r\n$1\r\nk\r\n",
            "SET k \"v\\x41\\n\"\r\n",
            "DEL k\r\n",
            "EXISTS k\r\n",
            "GET\r\n",
            "nonsense a b\r\n",
            "\u00c3\u00bc\r\n",
            "EXEC\r\n",
            "DISCARD\r\n",
            "HELLO 3\r\n",
            "HELLO 2\r\n",
            "HELLO 4\r\n",
            "HELLO 3 AUTH default x SETNAME me\r\n",
            "HELLO 3 AUTH other x\r\n",
            "AUTH default x\r\n",
            "AUTH x\r\n",
            "CLIENT GETNAME\r\n",
            "CONFIG GET databases\r\n",
            "COMMAND DOCS nonsense\r\n",
            "COMMAND INFO nonsense\r\n",
            "COMMAND GETKEYS GET k\r\n",
            "SCAN 0 MATCH nothing\r\n",
            "TYPE k\r\n",
            "RESET\r\n");

    @TempDir
    static Path folder;

    private static Process redis;
    private static InetSocketAddress redisAddress;
    private static OpenPort ours;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        redisAddress = new InetSocketAddress(InetAddress.getLoopbackAddress(), TestPort.next());
        try {
            redis = new ProcessBuilder(
                            "redis-server",
                            "--port",
                            Integer.toString(redisAddress.getPort()),
                            "--databases",
                            "1",
                            "--save",
                            "",
                            "--dir",
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException absent) {
            assumeTrue(false, "skipped, because redis-server is absent");
        }
        String said = "";
        while (!said.contains("Ready to accept connections")) {
            said = redis.inputReader().readLine();
        }
        ours = new OpenPort(ClientSettings.DEFAULT);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (redis != null) {
            redis.destroy();
            redis.waitFor();
        }
        if (ours != null) {
            ours.close();
        }
    }

    /** The lines of all replies, and whether the server hung up. */
    private static List<String> answer(InetSocketAddress server, String stream) throws IOException {
        List<String> lines = new ArrayList<>();
        try (RawClient client = new RawClient(server)) {
            client.send(stream + MARK);
            String line = client.line();
            while (line != null && !line.equals(END)) {
                lines.add(line.startsWith("-") ? firstWords(line) : line);
                line = client.line();
            }
            lines.add(line == null ? "closed" : "open");
        } catch (IOException reset) {
            lines.add("closed"); // what Redis has not read when it closes makes the system say so
        }
        return lines;
    }

    private static String firstWords(String error) {
        return error.startsWith("-ERR Protocol error: ")
                ? error.replaceFirst("(-ERR Protocol error: [a-z]+ [^ ,:]+).*", "$1")
                : error.substring(0, error.indexOf(' '));
    }

    private static void isAnsweredAlike(String stream) throws IOException {
        List<String> theirs = answer(redisAddress, stream);
        List<String> own = answer(ours.address(), stream);
        assertThat(unnamed(own)).as(stream).isEqualTo(unnamed(theirs));
    }

    /** Without what HELLO says of the one server and of the other: its name, its version, the connection's number. */
    private static List<String> unnamed(List<String> lines) {
        List<String> unnamed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean isName = i > 1 && List.of("server", "version").contains(lines.get(i - 2));
            boolean isLength = i > 0 && List.of("server", "version").contains(lines.get(i - 1));
            boolean isNumber = i > 0 && lines.get(i - 1).equals("id");
            unnamed.add(isName || isLength || isNumber ? "?" : lines.get(i));
        }
        return unnamed;
    }

    @Test
    void streamsOfRequestsStayInStep() throws IOException {
        Random random = new Random(737);
        for (int run = 0; run < 300; run++) {
            StringBuilder stream = new StringBuilder("DEL k\r\n");
            for (int i = 0; i < 8; i++) {
                stream.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            isAnsweredAlike(stream.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*\r\n",
                "*x\r\n",
                "*-0\r\n",
                "*01\r\n",
                "*+1\r\n",
                "*1 \r\n",
                "*99999999999\r\n",
                "*1\r\n$-1\r\n",
                "*2\r\n$3\r\nGET\r\n$-1\r\n",
                "*1\r\n$\r\n",
                "*1\r\n$x\r\n",
                "*1\r\n$04\r\nPING\r\n",
                "*1\r\n:1\r\n",
                "*1\r\n*1\r\n",
                "*1\r\n\r\n",
                "PING\r\nECHO \"a\r\n",
                "ECHO 'a'b\r\n",
                "QUIT\r\n",
                "PING\r\nquit now\r\nPING\r\n",
                "POST / HTTP/1.1\r\nHost: here\r\n\r\nSET k v\r\n",
                "GET / HTTP/1.1\r\nHost: here\r\n\r\nSET k v\r\n",
                "*1\r\n$4\r\npOsT\r\n",
                "*2\r\n$5\r\nhost:\r\n$1\r\na\r\n",
                "MULTI\r\nPOST /\r\n"
            })
    void whatEndsTheConnectionThereEndsItHere(String stream) throws IOException {
        isAnsweredAlike(stream);
        assertThat(answer(ours.address(), stream)).endsWith("closed");
    }
}

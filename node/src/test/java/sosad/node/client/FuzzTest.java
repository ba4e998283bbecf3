package sosad.node.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.util.ResourceLeakDetector;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import sosad.model.Limits;

/** Whatever bytes a client sends, in whatever pieces: well-formed replies, or a named error and the end. */
class FuzzTest {
    private static final int STREAMS = 300;
    private static final String[] NAMES = {
        "PING",
        "ECHO",
        "SET",
        "GET",
        "DEL",
        "EXISTS",
        "KEYS",
        "DBSIZE",
        "TYPE",
        "STRLEN",
        "HELLO",
        "CLIENT",
        "COMMAND",
        "CONFIG",
        "INFO",
        "SELECT",
        "RESET",
        "NONSENSE",
        "set",
        ""
    };
    private static final String[] ARGUMENTS = {
        "a",
        "k",
        "waffle",
        "*",
        "[a-",
        "\u00ff\u00fe",
        "",
        "2",
        "3",
        "0",
        "SETNAME",
        "GET",
        "a b",
        "\r\n",
        "$-1\r\n",
        "v".repeat(200),
        "w".repeat(65_537)
    };
    private static final String SIGNS = "*$\r\n0123456789-\"'\\ \u0000\u00ff";

    private final Logger logger = (Logger) LoggerFactory.getLogger(ClientConnection.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private ResourceLeakDetector.Level level;

    @BeforeEach
    void watch() {
        level = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        logged.start();
        logger.addAppender(logged);
        logger.setAdditive(false);
    }

    @AfterEach
    void unwatch() {
        ResourceLeakDetector.setLevel(level);
        logger.detachAppender(logged);
        logger.setAdditive(true);
    }

    @ParameterizedTest
    @ValueSource(longs = {737, 2019, 5})
    void everyStreamIsAnsweredOrEnded(long seed) {
        for (int i = 0; i < STREAMS; i++) {
            Random random = new Random(seed * STREAMS + i);
            byte[] stream = i % 4 == 0 ? noise(random) : mutated(random, requests(random));
            assertThat(surprise(random, stream))
                    .as("seed %d, stream %d: %s", seed, i, new String(stream, ISO_8859_1))
                    .isEmpty();
        }
    }

    /** What is wrong with how the stream was dealt with; empty if nothing is. */
    private String surprise(Random random, byte[] stream) {
        Pipe pipe = new Pipe(new ClientSettings(Limits.DEFAULT, Duration.ofSeconds(1)));
        int from = 0;
        while (from < stream.length && pipe.isOpen()) {
            int to = Math.min(stream.length, from + 1 + random.nextInt(random.nextBoolean() ? 8 : 100_000));
            pipe.send(stream, from, to);
            from = to;
        }
        boolean wasOpen = pipe.isOpen();
        List<String> replies = pipe.replies();
        if (!wasOpen && !replies.get(replies.size() - 1).startsWith("-ERR Protocol error: ")) {
            return "closed after " + replies;
        }
        pipe.channel.advanceTimeBy(2, TimeUnit.SECONDS);
        pipe.channel.runScheduledPendingTasks();
        if (wasOpen && pipe.isOpen()) {
            String pong = pipe.ask("PING");
            if (!pong.equals("+PONG")) {
                return "out of step: " + pong;
            }
        }
        pipe.channel.checkException();
        pipe.close();
        if (pipe.usedBytes() != 0) {
            return pipe.usedBytes() + " bytes leaked";
        }
        return logged.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .findFirst()
                .orElse("");
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(300)];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
            }
        }
        return bytes;
    }

    private static byte[] requests(Random random) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int requests = 1 + random.nextInt(6); requests > 0; requests--) {
            String[] elements = new String[1 + random.nextInt(4)];
            elements[0] = NAMES[random.nextInt(NAMES.length)];
            for (int i = 1; i < elements.length; i++) {
                elements[i] = ARGUMENTS[random.nextInt(ARGUMENTS.length)];
            }
            boolean typed = random.nextInt(4) == 0;
            stream.writeBytes(
                    typed ? (String.join(" ", elements) + "\r\n").getBytes(ISO_8859_1) : Wire.request(elements));
        }
        return stream.toByteArray();
    }

    private static byte[] mutated(Random random, byte[] stream) {
        byte[] bytes = stream;
        for (int mutations = random.nextInt(4); mutations > 0; mutations--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
                case 2 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(9)));
                default -> bytes = spliced(bytes, at, Math.max(0, at - random.nextInt(9)));
            }
            if (bytes.length == 0) {
                return new byte[] {'*'};
            }
        }
        return bytes;
    }

    /** The bytes before {@code end}, then those from {@code resume}: a piece is missing or there twice. */
    private static byte[] spliced(byte[] bytes, int end, int resume) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, end);
        spliced.write(bytes, resume, bytes.length - resume);
        return spliced.toByteArray();
    }
}

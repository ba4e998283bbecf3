package sosad.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.load.KeyDistribution.Zipf;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;

/** Clients against a server of a few lines, which forgets a write if it is told to. */
@Timeout(30)
@Tag("locale")
class WorkloadTest {
    private static final NodeId A = new NodeId("A");

    private final Map<String, String> held = new ConcurrentHashMap<>();
    private ServerSocket server;
    private final Semaphore requests = new Semaphore(0);
    private volatile boolean forgets;
    private volatile boolean isAhead;
    private volatile boolean lies;
    private volatile boolean isSilent;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread serving = new Thread(this::serve);
        serving.setDaemon(true);
        serving.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                for (String first = in.readLine(); first != null; first = in.readLine()) {
                    String reply = reply(words(first, in));
                    requests.release();
                    if (isSilent) {
                        break;
                    }
                    client.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // the client has gone, or the test is over
            }
        }
    }

    private static String[] words(String first, BufferedReader in) throws IOException {
        String[] words = new String[Integer.parseInt(first.substring(1))];
        for (int i = 0; i < words.length; i++) {
            in.readLine();
            words[i] = in.readLine();
        }
        return words;
    }

    private String reply(String... words) {
        if (words[0].equals("SET")) {
            if (!forgets) {
                held.put(words[1], words[2]);
            }
            return isAhead ? "$-1\r\n" : "+OK\r\n";
        }
        String value = lies ? "7:00000000" : held.get(words[1]);
        return value == null ? "$-1\r\n" : String.format(Locale.ROOT, "$%d\r\n%s\r\n", value.length(), value);
    }

    private List<Entry> entries() {
        return held.entrySet().stream()
                .map(entry -> new Entry(
                        new Key(entry.getKey()), Optional.of(Value.of(entry.getValue())), new Version(1, A, 1, 1)))
                .toList();
    }

    private Workload begun() {
        Workload workload = new Workload(List.of(A), List.of(), 1_000);
        workload.connect(A, server.getLocalPort());
        workload.start();
        return workload;
    }

    @Test
    void whatIsWrittenIsThereAndNothingElse() throws InterruptedException {
        try (Workload workload = begun()) {
            requests.acquire(60);
            workload.stop();
            assertThat(workload.missing(entries())).isEmpty();
            assertThat(workload.foreign(entries())).isEmpty();
            assertThat(workload.tally().acknowledged()).isGreaterThan(40);
            assertThat(workload.tally().reads()).isPositive();
            assertThat(workload.tally().wrongReads()).isEmpty();
        }
    }

    @Test
    void aServerThatForgetsIsFoundOut() throws InterruptedException {
        try (Workload workload = begun()) {
            requests.acquire(20);
            forgets = true;
            requests.drainPermits();
            requests.acquire(20);
            workload.stop();
            assertThat(workload.missing(entries())).hasSizeGreaterThan(8);
        }
    }

    @Test
    void aWriteThatLostAtOnceIsOwedNothing() throws InterruptedException {
        try (Workload workload = begun()) {
            requests.acquire(20);
            isAhead = true;
            forgets = true;
            requests.drainPermits();
            requests.acquire(20);
            workload.stop();
            assertThat(workload.missing(entries())).isEmpty();
        }
    }

    @Test
    void aServerThatGivesWhatNobodyWroteIsFoundOut() throws InterruptedException {
        lies = true;
        try (Workload workload = begun()) {
            requests.acquire(20);
            workload.stop();
            assertThat(workload.tally().wrongReads()).isNotEmpty();
            held.put("A:1", "7:00000000");
            held.put("Z", "z");
            assertThat(workload.foreign(entries())).hasSize(2);
        }
    }

    @Test
    void aWriteWithoutAReplyIsNeitherAcknowledgedNorRefused() throws InterruptedException {
        isSilent = true;
        try (Workload workload = begun()) {
            requests.acquire(2);
            workload.stop();
            assertThat(workload.tally().unanswered()).isPositive();
            assertThat(workload.tally().acknowledged()).isZero();
            assertThat(workload.tally().refused()).isZero();
        }
    }

    @Test
    void keysByZipfsLawAreWrittenAndNoneOfThemIsForeign() throws InterruptedException {
        LoadSettings settings = new LoadSettings(900, 100, 50, Optional.of(new Zipf(1)));
        try (Workload workload = new Workload(List.of(A), settings, new ThinnedLog(System.nanoTime(), 1_000))) {
            workload.connect(A, server.getLocalPort());
            workload.start();
            requests.acquire(300);
            workload.stop();
            assertThat(workload.missing(entries())).isEmpty();
            assertThat(workload.foreign(entries())).isEmpty();
            assertThat(held).containsKey("A:1").hasSizeBetween(5, 50);
            assertThat(workload.tally().reads()).isPositive();
        }
    }
}

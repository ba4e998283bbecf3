package sosad.app.bench;

import static sosad.app.client.RespClient.loopback;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sosad.app.client.RespClient;
import sosad.app.client.RespRequest;

/** A client that keeps many writes waiting for the disk, until its server is gone. */
record EagerWriter(int port) implements Runnable {
    private static final int AT_ONCE = 50;
    private static final int KEYS = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String VALUE = "v".repeat(200);

    @Override
    public void run() {
        try (RespClient connection = new RespClient(loopback(port), TIMEOUT)) {
            for (int next = 0; ; next += AT_ONCE) {
                List<RespRequest> requests = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    requests.add(RespRequest.set(SampleEntries.key((next + i) % KEYS), VALUE));
                }
                connection.sendAll(requests);
                for (int i = 0; i < AT_ONCE; i++) {
                    connection.reply();
                }
            }
        } catch (IOException e) {
            // The node is gone, as is meant, or frozen for good.
        }
    }
}

package sosad.app.lab.live;

import static sosad.app.client.RespClient.loopback;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import sosad.app.client.ClientReply;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.protocol.Reads.ReadMode;

/**
 * A client of live nodes and gateways, for requests by hand: an ordinary one, with a connection for each request. What
 * it waits for holds up nobody else.
 */
final class LiveClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread named = new Thread(work, "live client");
        named.setDaemon(true);
        return named;
    });
    private final Duration timeout;

    LiveClient() {
        this(TIMEOUT);
    }

    /** @param timeout how long it waits for a reply */
    LiveClient(Duration timeout) {
        this.timeout = timeout;
    }

    CompletableFuture<ClientReply> put(int port, Action.Put put) {
        return ask(port, RespRequest.set(put.key(), put.value()));
    }

    CompletableFuture<ClientReply> delete(int port, Action.Delete delete) {
        return ask(port, RespRequest.delete(delete.key()));
    }

    CompletableFuture<ClientReply> get(int port, Action.Get get) {
        return ask(
                port,
                get.mode() == ReadMode.LOCAL
                        ? RespRequest.get(get.key().text())
                        : RespRequest.read(get.key(), get.mode()));
    }

    private CompletableFuture<ClientReply> ask(int port, RespRequest request) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long begin = System.nanoTime();
                    try (RespClient connection = new RespClient(loopback(port), timeout)) {
                        RespReply reply = connection.request(request);
                        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin);
                        return ClientReply.of(reply, micros);
                    } catch (SocketTimeoutException e) {
                        throw new ActionFailure(String.format(
                                Locale.ROOT, "no reply came within %.1f s", timeout.toMillis() / 1_000.0));
                    } catch (IOException e) {
                        throw new ActionFailure("no reply came: " + e.getMessage());
                    }
                },
                threads);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

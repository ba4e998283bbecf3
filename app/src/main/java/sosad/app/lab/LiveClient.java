package sosad.app.lab;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import sosad.app.cluster.ClientConnection;
import sosad.app.cluster.Reply;
import sosad.app.lab.Lab.ClientReply;
import sosad.app.scenario.Action;
import sosad.model.Key;
import sosad.protocol.ReadMode;
import sosad.protocol.Words;

/**
 * A client of live nodes and gateways, for requests by hand: an ordinary one, with a connection for each request. What
 * it waits for holds up nobody else.
 */
final class LiveClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread named = new Thread(work, "live client");
        named.setDaemon(true);
        return named;
    });
    private final Duration patience;

    LiveClient() {
        this(PATIENCE);
    }

    /** @param patience how long it waits for a reply */
    LiveClient(Duration patience) {
        this.patience = patience;
    }

    CompletableFuture<ClientReply> put(int port, Action.Put put) {
        return ask(port, List.of(word("SET"), word(put.key()), put.value().utf8()));
    }

    CompletableFuture<ClientReply> delete(int port, Action.Delete delete) {
        return ask(port, List.of(word("DEL"), word(delete.key())));
    }

    CompletableFuture<ClientReply> get(int port, Action.Get get) {
        List<byte[]> words = new ArrayList<>();
        if (get.mode() == ReadMode.LOCAL) {
            words.add(word("GET"));
        } else {
            words.addAll(List.of(word("SOSAD.READ"), word(Words.of(get.mode()))));
        }
        words.add(word(get.key()));
        return ask(port, words);
    }

    private static byte[] word(Key key) {
        return word(key.text());
    }

    private static byte[] word(String text) {
        return ClientConnection.ascii(text);
    }

    private CompletableFuture<ClientReply> ask(int port, List<byte[]> words) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long begin = System.nanoTime();
                    try (ClientConnection connection = new ClientConnection(port, patience)) {
                        Reply reply = connection.request(words);
                        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin);
                        return ClientReply.of(reply, micros);
                    } catch (SocketTimeoutException e) {
                        throw new LabException(String.format(
                                Locale.ROOT, "no reply came within %.1f s", patience.toMillis() / 1_000.0));
                    } catch (IOException e) {
                        throw new LabException("no reply came: " + e.getMessage());
                    }
                },
                threads);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

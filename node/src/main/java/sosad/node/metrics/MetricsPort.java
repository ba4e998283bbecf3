package sosad.node.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The port where Prometheus fetches the node's metrics, at the path {@value #PATH}. It tells no keys and no values. */
public final class MetricsPort implements AutoCloseable {
    private static final String PATH = "/metrics";

    /** Two, so that somebody slow does not hold Prometheus up. */
    private static final int THREADS = 2;

    /** How long a request or its reply may be under way, by the server's own settings. */
    private static final String MOST_SECONDS = "10";

    private static final int PAGE_SECONDS = 5;

    private final HttpServer server;
    private final ExecutorService threads;
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final MetricsPage page;
    private final Executor loop;

    private MetricsPort(HttpServer server, MetricsPage page, Executor loop) {
        this.server = server;
        this.page = page;
        this.loop = loop;
        this.threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "metrics");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Listens at {@code address}.
     *
     * @param loop the event loop, where the facts are read
     * @throws IOException if the address is not to be had
     */
    public static MetricsPort open(InetSocketAddress address, MetricsPage page, Executor loop) throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", MOST_SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", MOST_SECONDS);
        MetricsPort port = new MetricsPort(HttpServer.create(address, 0), page, loop);
        port.server.createContext("/", port::answer);
        port.server.setExecutor(port.threads);
        port.server.start();
        return port;
    }

    /** Where it listens. */
    public int number() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                reply(exchange, 404, "the metrics are at " + PATH + "\n");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                reply(exchange, 405, "only GET is possible\n");
            } else {
                metrics(exchange);
            }
        }
    }

    private void metrics(HttpExchange exchange) throws IOException {
        MetricSnapshots snapshots;
        try {
            snapshots = CompletableFuture.supplyAsync(page::snapshots, loop)
                    .orTimeout(PAGE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            reply(exchange, 503, String.format(Locale.ROOT, "the node was too busy for %d s\n", PAGE_SECONDS));
            return;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        writer.write(text, snapshots, EscapingScheme.DEFAULT);
        exchange.getResponseHeaders().set("Content-Type", writer.getContentType());
        send(exchange, 200, text.toByteArray());
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

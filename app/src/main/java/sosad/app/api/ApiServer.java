package sosad.app.api;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import sosad.app.lab.Lab;

/** The port where programs of this machine steer and watch a lab, as {@code docs/api.openapi.yaml} describes. */
public final class ApiServer implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 512;

    /** One for each connection: a request that is half sent takes its own thread, and holds up no other request. */
    private static final int THREADS = MAX_CONNECTIONS;

    private static final int IDLE_THREAD_SECONDS = 10;
    private static final String MAX_HEADERS = "64";

    /** The limits of time for receiving a request, and for answering it until the answer is received. */
    private static final String MAX_REQUEST_SECONDS = "2";

    private static final String MAX_ANSWER_SECONDS = "120";

    private final HttpServer server;
    private final Token token;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_THREAD_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "api");
                thread.setDaemon(true);
                return thread;
            });

    private ApiServer(HttpServer server, Token token) {
        this.server = server;
        this.token = token;
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Takes a port of the loopback interface; answers nobody before {@link #serve}.
     *
     * @param port which one; 0: any that is free
     * @throws IOException if it is not available
     */
    public static ApiServer bind(int port, Token token) throws IOException {
        // The server of the JDK knows these bounds for the whole process alone (docs/decisions/0029).
        System.setProperty("jdk.httpserver.maxConnections", Integer.toString(MAX_CONNECTIONS));
        System.setProperty("sun.net.httpserver.maxReqHeaders", MAX_HEADERS);
        System.setProperty("sun.net.httpserver.maxReqTime", MAX_REQUEST_SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", MAX_ANSWER_SECONDS);
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return new ApiServer(HttpServer.create(new InetSocketAddress(loopback, port), 0), token);
    }

    /**
     * Answers from now on; can be called once.
     *
     * @param lab the lab
     * @param state one of its listeners
     */
    public void serve(Lab lab, LabState state) {
        Endpoints endpoints = Endpoints.of(new LabAccess(lab, state));
        server.createContext("/", new ApiHandler(token, endpoints, port()));
        server.setExecutor(threads);
        server.start();
    }

    /** Returns where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Returns where it is, as in {@code http://127.0.0.1:8474}. */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /** Answers nobody any more; the lab is left as it is. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

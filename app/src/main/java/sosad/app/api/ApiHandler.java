package sosad.app.api;

import static sosad.model.PlainFormat.format;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the token and has the request answered. Every error is answered as JSON. */
final class ApiHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
    private static final int DRAINED_AT_ONCE = 8 * 1024;
    private static final long MAX_DRAINED_BYTES = 4 << 20;

    private final Token token;
    private final Endpoints endpoints;
    private final Set<String> hosts;

    /** @param port where it listens: a request that was sent to another place by its header is refused */
    ApiHandler(Token token, Endpoints endpoints, int port) {
        this.token = token;
        this.endpoints = endpoints;
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private ApiResponse answer(HttpExchange exchange) throws IOException {
        try {
            checkIsLetIn(exchange.getRequestHeaders());
            Endpoints.Match match = endpoints.find(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            return match.endpoint().work().answer(call(exchange, match));
        } catch (ApiError e) {
            if (e.status() == ApiError.UNAUTHORIZED) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            }
            if (e instanceof MethodNotAllowed wrong) {
                exchange.getResponseHeaders().set("Allow", wrong.allowed());
            }
            return new ApiResponse(e.status(), Optional.of(e.json()));
        } catch (RuntimeException e) { // a fault of this program: the client must hear of it all the same
            LOG.error(
                    "{} {} failed: {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    origin(e),
                    e);
            ApiError failed = new ApiError(ApiError.FAILED, "the program itself failed; see its log");
            return new ApiResponse(failed.status(), Optional.of(failed.json()));
        }
    }

    /** Returns what failed at the bottom of it, and where: one line, since the log may leave the trace out. */
    static String origin(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0 ? cause.toString() : cause + " at " + trace[0];
    }

    /** A web page that has a name of its own lead to this machine is let in no more than who has no token. */
    private void checkIsLetIn(Headers headers) {
        String host = headers.getFirst("Host");
        if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw new ApiError(ApiError.FORBIDDEN, "Host", "ask for 127.0.0.1 or localhost, with the port");
        }
        if (!token.isShownBy(headers.getFirst("Authorization"))) {
            throw new ApiError(
                    ApiError.UNAUTHORIZED,
                    "Authorization",
                    "send the header \"Authorization: Bearer TOKEN\" with the token printed at the start");
        }
    }

    private static ApiRequest call(HttpExchange exchange, Endpoints.Match match) throws IOException {
        int most = match.endpoint().mostBytes();
        byte[] body = exchange.getRequestBody().readNBytes(most + 1);
        if (body.length > most) {
            drain(exchange.getRequestBody());
            exchange.getResponseHeaders().set("Connection", "close");
            throw new ApiError(
                    ApiError.TOO_LARGE,
                    "body",
                    most == 0 ? "this request takes no body" : format("the body has more than %,d bytes", most));
        }
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        return new ApiRequest(
                match.variables(),
                query(exchange.getRequestURI().getRawQuery()),
                type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                body);
    }

    /** Reads on for a while, since a client that is still sending might miss the answer, but not for ever. */
    private static void drain(InputStream rest) throws IOException {
        byte[] buffer = new byte[DRAINED_AT_ONCE];
        long drained = 0;
        int read = rest.read(buffer);
        while (read > 0 && drained < MAX_DRAINED_BYTES) {
            drained += read;
            read = rest.read(buffer);
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        if (raw != null) {
            for (String one : raw.split("&", -1)) {
                String[] parts = one.split("=", 2);
                query.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiError(ApiError.BAD_REQUEST, "query", "the query is not encoded correctly");
        }
    }

    private static void send(HttpExchange exchange, ApiResponse answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        if (answer.body().isEmpty()) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] body = Json.write(answer.body().get());
        headers.set("Content-Type", "application/json");
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}

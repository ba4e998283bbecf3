package sosad.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what strangers can do. */
@Timeout(60)
@Tag("locale")
class ApiHandlerTest {
    private static final int SECONDS = 1_000;

    private final RunningApi api = new RunningApi();

    @AfterEach
    void close() {
        api.close();
    }

    /** Returns what the server writes until it closes the connection. */
    private String raw(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(20 * SECONDS);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException reset) {
            return ""; // it would not even listen to the end
        }
    }

    private String raw(String request) throws IOException {
        return raw(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer wrong-token-of-20-chars",
                "Basic TOKEN",
                "TOKEN",
                "Bearer TOKENx"
            })
    void whoDoesNotShowTheTokenIsNotLetIn(String authorization) {
        RunningApi.Reply reply =
                api.send("GET", "/version", "", "application/json", authorization.replace("TOKEN", api.token()));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.field()).isEqualTo("Authorization");
        assertThat(reply.error()).doesNotContain(api.token());
    }

    @Test
    void aNameThatLeadsHereByAForeignNameServerIsNotLetIn() throws Exception {
        String request = "GET /version HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer " + api.token()
                + "\r\nConnection: close\r\n\r\n";
        assertThat(raw(request.formatted("evil.example:" + api.port()))).startsWith("HTTP/1.1 403");
        assertThat(raw(request.formatted("127.0.0.1"))).startsWith("HTTP/1.1 403");
        assertThat(raw(request.formatted("localhost:" + api.port()))).startsWith("HTTP/1.1 200");
    }

    @Test
    void beforeAScenarioIsOpenTheAnswerSaysSo() {
        RunningApi.Reply reply = api.get("/nodes");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.error()).isEqualTo("no scenario is open");
        assertThat(api.post("/restart", "").status()).isEqualTo(503);
        assertThat(api.get("/version").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "nonsense", "{'a':1,'a':2}", "{} {}", "3"})
    void whatIsNoJsonObjectIsRefused(String body) {
        api.open();
        RunningApi.Reply reply = api.post("/requests", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).startsWith("the body").doesNotContain("\n");
    }

    @Test
    void aBodyHasALimit() {
        api.open();
        assertThat(api.post("/faults", " ".repeat(Endpoint.MAX_BODY_BYTES + 1)).status())
                .isEqualTo(413);
        assertThat(api.send("PUT", "/scenario", " ".repeat((1 << 20) + 1)).status())
                .isEqualTo(413);
        assertThat(api.send("GET", "/nodes", "{}").status()).isEqualTo(413);
    }

    @Test
    void aCommandThatSaysAllByItsPathTakesNoBody() {
        api.open();
        for (String path : List.of("/steps/begin", "/steps/next", "/live", "/reset", "/restart")) {
            RunningApi.Reply refused = api.post(path, "{'x':1}");
            assertThat(refused.status()).describedAs(path).isEqualTo(413);
            assertThat(refused.error()).isEqualTo("this request takes no body");
        }
        assertThat(api.get("/steps").body().get("begun").asInt()).isZero();
    }

    private String asked(String methodAndPath) throws IOException {
        return raw(String.format(
                Locale.ROOT,
                "%s HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n",
                methodAndPath,
                api.port(),
                api.token()));
    }

    @Test
    void headIsAnsweredAsGetIsWithoutTheBody() throws Exception {
        api.open();
        String head = asked("HEAD /nodes");
        assertThat(head).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
        int length = asked("GET /nodes").split("\r\n\r\n", 2)[1].length();
        assertThat(head.toLowerCase(Locale.ROOT)).contains("content-length: " + length + "\r\n");
        assertThat(asked("HEAD /nothing")).startsWith("HTTP/1.1 404").endsWith("\r\n\r\n");
    }

    @Test
    void whereAMethodIsNotPossibleThosePossibleAreNamed() throws Exception {
        String refused = asked("PUT /live");
        assertThat(refused).startsWith("HTTP/1.1 405").contains("Allow: GET, HEAD, POST, DELETE\r\n");
        assertThat(asked("HEAD /steps/next")).startsWith("HTTP/1.1 405").contains("Allow: POST\r\n");
    }

    @Test
    void requestsThatAreHalfSentHoldUpNobodyAndAreCutOff() throws Exception {
        List<Socket> halves = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            Socket half = new Socket(InetAddress.getLoopbackAddress(), api.port());
            half.setSoTimeout(20 * SECONDS);
            halves.add(half);
            String request = i % 2 == 0
                    ? "GET /version HT"
                    : String.format(
                            Locale.ROOT,
                            "POST /faults HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\nContent-Length: 9\r\n\r\n{",
                            api.port(),
                            api.token());
            half.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        }
        long asked = System.nanoTime();
        assertThat(api.get("/version").status()).isEqualTo(200);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked)).isLessThan(2 * SECONDS);
        for (Socket half : halves) {
            assertThat(endOf(half)).isTrue();
            half.close();
        }
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(10 * SECONDS);
    }

    private static boolean endOf(Socket socket) throws IOException {
        try {
            return socket.getInputStream().readAllBytes().length == 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    @Test
    void theLogOfAFailureSaysWhatFailedAndWhere() {
        Throwable failure = new IllegalStateException(new CompletionException(new ArithmeticException("no such sum")));
        assertThat(ApiHandler.origin(failure))
                .startsWith("java.lang.ArithmeticException: no such sum at sosad.app.api.ApiHandlerTest.")
                .doesNotContain("\n");
    }

    @Test
    void nothingThatComesInIsAnsweredBy500() throws Exception {
        api.open();
        Random chance = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[chance.nextInt(200)];
            chance.nextBytes(bytes);
            assertThat(raw(bytes)).doesNotStartWith("HTTP/1.1 500");
        }
        String[] methods = {"GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "X"};
        String[] parts = {
            "nodes",
            "A",
            "A-B",
            "links",
            "toxics",
            "%00",
            "%2F",
            "..",
            "",
            "faults",
            "-1",
            "plan",
            "ü",
            "9223372036854775808",
            "messages",
            "1",
            "steps",
            "?from=",
            "&limit=%C3",
            "%"
        };
        String[] bodies = {
            "",
            "{}",
            "{\"type\":null}",
            "{\"type\":\"loss\",\"toxicity\":1e999}",
            "[[[[[[",
            "\"",
            "{\"do\":\"delay\",\"steps\":1e300}",
            "{\"do\":\"put\",\"at\":\"A\",\"key\":\"\\ud800\",\"value\":\"\\ud800\"}"
        };
        List<Endpoint> endpoints =
                Endpoints.of(new LabAccess(api.lab, api.watch)).all();
        for (int i = 0; i < 600; i++) {
            String method = methods[chance.nextInt(methods.length)];
            StringBuilder path = new StringBuilder();
            if (chance.nextBoolean()) {
                Endpoint endpoint = endpoints.get(chance.nextInt(endpoints.size()));
                method = endpoint.method();
                path.append(endpoint.path().replaceAll("\\{[a-z]+}", parts[chance.nextInt(parts.length)]));
            }
            for (int part = chance.nextInt(3); part > 0; part--) {
                path.append('/').append(parts[chance.nextInt(parts.length)]);
            }
            String body = bodies[chance.nextInt(bodies.length)];
            String reply = raw(String.format(
                    Locale.ROOT,
                    "%s %s HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s",
                    method,
                    path,
                    api.port(),
                    api.token(),
                    body.length(),
                    body));
            assertThat(reply).describedAs("%s with %s", path, body).matches("(?s)(HTTP/1.1 [1-4].*|)");
        }
        assertThat(api.get("/version").status()).isEqualTo(200);
    }

    @Test
    void anEndedLabIsNamedAndNoFailureOfTheProgram() {
        api.open();
        api.lab.close();
        RunningApi.Reply reply = api.post("/steps/begin", "");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.error()).isEqualTo("the lab is closed");
    }

    @Test
    void whoHasClosedListensNoMore() {
        int port = api.port();
        api.close();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTokenFromAFileMustBeLongEnough(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "  sixteen-or-more-characters\n");
        assertThat(Token.read(file).text()).isEqualTo("sixteen-or-more-characters");
        Files.writeString(file, "short");
        assertThatThrownBy(() -> Token.read(file)).hasMessageContaining("16 to 256");
        assertThat(Token.random().text()).isNotEqualTo(Token.random().text());
    }
}

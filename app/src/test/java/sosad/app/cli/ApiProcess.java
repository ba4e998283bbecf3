package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that answers the API, and what a program asks it. */
final class ApiProcess implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("API: (http://127\\.0\\.0\\.1:[0-9]+)  token: (\\S+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The API tells no events; whoever waits asks again. */
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String address;
    private final String token;

    /** Starts it and reads where it is to be found. */
    ApiProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        Matcher matcher = LINE.matcher(String.valueOf(line));
        assertThat(matcher.matches()).describedAs(line).isTrue();
        address = matcher.group(1);
        token = matcher.group(2);
    }

    String token() {
        return token;
    }

    String port() {
        return address.substring(address.lastIndexOf(':') + 1);
    }

    HttpResponse<String> send(String method, String path, String json, String shown) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + shown)
                .method(method, BodyPublishers.ofString(json.replace('\'', '"')))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    JsonNode ask(String method, String path, String json) throws Exception {
        HttpResponse<String> response = send(method, path, json, token);
        assertThat(response.statusCode()).describedAs(response.body()).isBetween(200, 204);
        return JSON.readTree(response.body());
    }

    /** Asks until the answer is as wanted; each look of the lab brings another. */
    JsonNode await(String path, Predicate<JsonNode> wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        JsonNode answer = ask("GET", path, "");
        while (!wanted.test(answer)) {
            assertThat(System.nanoTime()).describedAs("%s", answer).isLessThan(end);
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            answer = ask("GET", path, "");
        }
        return answer;
    }

    /** Asks until the nodes are up, which is not to be taken for granted of a window. */
    JsonNode awaitSnapshot() throws Exception {
        HttpResponse<String> response = send("GET", "/snapshot", "", token);
        while (response.statusCode() == 503) { // the test's time limit ends it
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            response = send("GET", "/snapshot", "", token);
        }
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** Asks it to end by SIGTERM and waits until it has. */
    void end() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

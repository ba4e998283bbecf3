package sosad.app.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.SosadJar;

/** The API as programs meet it: a process of its own, over real nodes. */
@Timeout(120)
class ServeIT {
    private static final Pattern LINE = Pattern.compile("API: (http://127\\.0\\.0\\.1:[0-9]+)  token: (\\S+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The API tells no events; whoever waits asks again. */
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;
    private String address;
    private String token;

    private void start(List<String> command) throws Exception {
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

    private void serve(String... arguments) throws Exception {
        List<String> command = SosadJar.command("serve");
        command.addAll(List.of(arguments));
        start(command);
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private HttpResponse<String> send(String method, String path, String json, String shown) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + shown)
                .method(method, BodyPublishers.ofString(json.replace('\'', '"')))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private JsonNode ask(String method, String path, String json) throws Exception {
        HttpResponse<String> response = send(method, path, json, token);
        assertThat(response.statusCode()).describedAs(response.body()).isBetween(200, 204);
        return JSON.readTree(response.body());
    }

    /** Asks until the answer is as wanted; each look of the lab brings another. */
    private JsonNode await(String path, Predicate<JsonNode> wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        JsonNode answer = ask("GET", path, "");
        while (!wanted.test(answer)) {
            assertThat(System.nanoTime()).describedAs("%s", answer).isLessThan(end);
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            answer = ask("GET", path, "");
        }
        return answer;
    }

    @Test
    void aProgramGoesLiveSpoilsALinkSeesItHealsItAndLeavesNoChild() throws Exception {
        serve("sample");
        assertThat(send("GET", "/nodes", "", "x" + token).statusCode()).isEqualTo(401);
        List<ProcessHandle> children = new ArrayList<>();
        ask("GET", "/nodes", "")
                .forEach(node ->
                        children.add(ProcessHandle.of(node.get("pid").asLong()).orElseThrow()));
        assertThat(children).hasSize(3).allMatch(ProcessHandle::isAlive);

        ask("POST", "/live", "");
        ask("POST", "/links/A-B/toxics", "{'name':'all','type':'loss','toxicity':1}");
        ask("POST", "/links/C-B", "{'enabled':false}");
        assertThat(ask("POST", "/requests", "{'do':'put','at':'A','key':'k','value':'v'}")
                        .get("reply")
                        .asText())
                .isEqualTo("OK");
        JsonNode spoiled = await("/links/A-B", link -> link.at("/counts/lost").asLong() > 0);
        assertThat(spoiled.at("/counts/passed").asLong()).isZero();
        assertThat(spoiled.at("/toxics/0/name").asText()).isEqualTo("all");
        await("/nodes/C/entries", page -> page.toString().contains("\"k\""));
        assertThat(ask("GET", "/nodes/B/entries", "").toString()).doesNotContain("\"k\"");

        ask("POST", "/reset", "");
        assertThat(ask("GET", "/links/A-B", "").get("toxics")).isEmpty();
        assertThat(ask("GET", "/links/C-B", "").get("enabled").asBoolean()).isTrue();
        await("/nodes/B/entries", page -> page.toString().contains("\"k\""));

        process.destroy(); // SIGTERM
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle child : children) {
            child.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aKilledNodeIsSeenDeadAndStartedAgain() throws Exception {
        serve();
        ask("POST", "/live", "");
        ask("POST", "/nodes/B", "{'status':'dead'}");
        await("/nodes/B", node -> node.get("status").asText().equals("dead"));
        ask("POST", "/nodes/B", "{'status':'up'}");
        await("/nodes/B", node -> node.get("status").asText().equals("up"));
        assertThat(ask("DELETE", "/live", "").isMissingNode()).isTrue();
        assertThat(ask("POST", "/steps/tick", "").get("phase").asText()).isEqualTo("in-flight");
    }

    @Test
    void theTokenMayComeFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "a-token-that-a-script-knows\n");
        serve("--token-file", file.toString());
        assertThat(token).isEqualTo("a-token-that-a-script-knows");
        assertThat(ask("GET", "/version", "").has("version")).isTrue();
    }

    @Test
    void theWindowAnswersTooIfItIsToldTo() throws Exception {
        start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "sosad.app.boot.Main",
                "gui",
                "--api"));
        JsonNode snapshot = null;
        while (snapshot == null) { // until the window's nodes are up; the test's time limit ends it
            HttpResponse<String> response = send("GET", "/snapshot", "", token);
            assertThat(response.statusCode()).isIn(200, 503);
            snapshot = response.statusCode() == 200 ? JSON.readTree(response.body()) : null;
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        assertThat(snapshot.get("nodes")).hasSize(3);
        assertThat(ask("POST", "/steps/begin", "").get("phase").asText()).isEqualTo("in-flight");
    }

    @Test
    void aPortThatIsTakenOrNoneIsRefusedInOneLine() throws Exception {
        serve();
        String taken = address.substring(address.lastIndexOf(':') + 1);
        for (String port : List.of(taken, "70000", "-1")) {
            Process refused = new ProcessBuilder(SosadJar.command("serve", "--port", port)).start();
            String err = new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(refused.waitFor()).isEqualTo(2);
            assertThat(err).startsWith("sosad: port " + port).hasLineCount(1);
        }
    }
}

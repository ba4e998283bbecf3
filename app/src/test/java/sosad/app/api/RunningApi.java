package sosad.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import sosad.app.lab.Lab;
import sosad.app.lab.LabActor;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;

/** The API over a lab of bare replicas: nodes A, B, C and a gateway G1, two steps. */
final class RunningApi implements AutoCloseable {
    static final Scenario SCENARIO = ScenarioReader.read("test", """
            scenario: Two pushes
            cluster: {nodes: [A, B, C], gateways: 1}
            steps:
              - do:
                  - put: {at: A, key: waffle, value: yoda}
                  - push: {from: A}
              - do:
                  - put: {at: B, key: tom, value: jerry}
                  - push: {from: B}
            """);

    final Lab lab;
    final LabState watch = new LabState();
    private final Token token = Token.random();
    private final ApiServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningApi() {
        lab = new LabActor((plan, listener) -> LivelyReplicas.of(plan), watch);
        try {
            server = ApiServer.bind(0, token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.serve(lab, watch);
    }

    /** What came back; {@code body} is missing where there was none. */
    record Reply(int status, JsonNode body) {
        String error() {
            return body.path("error").asText();
        }

        String field() {
            return body.path("field").asText();
        }
    }

    void open() {
        lab.open(SCENARIO).join();
    }

    int port() {
        return server.port();
    }

    String token() {
        return token.text();
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply patch(String path, String body) {
        return send("PATCH", path, body.replace('\'', '"'));
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    Reply post(String path, String json) {
        return send("POST", path, json.replace('\'', '"'));
    }

    Reply send(String method, String path, String body) {
        return send(method, path, body, "application/json", "Bearer " + token.text());
    }

    Reply send(String method, String path, String body, String contentType, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            byte[] bytes = response.body();
            JsonNode json = bytes.length == 0
                    ? MissingNode.getInstance()
                    : JsonMapper.builder().build().readTree(bytes);
            return new Reply(response.statusCode(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
        lab.close();
    }
}

package sosad.app.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Steers an app over HTTP ({@code docs/api.md}).
 *
 * @param address where it listens
 * @param token lets in
 */
record LabApi(String address, String token) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern LINE = Pattern.compile("API: (\\S+)  token: (\\S+)");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Returns what a line of an app's output says of it, if it does. */
    static Optional<LabApi> announcedBy(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches() ? Optional.of(new LabApi(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** @throws IOException if it is not done */
    void post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .timeout(TIMEOUT)
                .POST(BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException("POST %s is answered %s".formatted(path, response.body()));
        }
    }
}

package sosad.app.api;

import static sosad.model.PlainFormat.format;

import java.util.Map;
import java.util.Optional;

/** A request to an endpoint. */
final class ApiRequest {
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final String contentType;
    private final byte[] body;

    /**
     * @param path the values of the variables in its path
     * @param query the parameters behind the question mark
     * @param contentType what the body is said to be, in lower case and without parameters; empty: nothing is said
     * @param body its body
     */
    ApiRequest(Map<String, String> path, Map<String, String> query, String contentType, byte[] body) {
        this.path = path;
        this.query = query;
        this.contentType = contentType;
        this.body = body;
    }

    /** The body as it came. */
    byte[] body() {
        return body;
    }

    /** A part of the path. */
    String at(String variable) {
        return path.get(variable);
    }

    /** The body's fields. */
    Fields fields() {
        return Fields.of(body);
    }

    /** Returns whether the body is a YAML file as it stands. */
    boolean isYaml() {
        return contentType.endsWith("/yaml") || contentType.endsWith("/x-yaml");
    }

    /** A parameter of the query, if it is there. */
    Optional<String> text(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A whole number of the query. */
    long number(String name, long usual, long least, long most) {
        String text = query.get(name);
        if (text == null) {
            return usual;
        }
        return parse(text)
                .filter(number -> number >= least && number <= most)
                .orElseThrow(() ->
                        ApiError.ofField(name, format("%s must be a whole number from %d to %d", name, least, most)));
    }

    /** A whole number that is part of the path. */
    Optional<Long> number(String variable) {
        return parse(at(variable));
    }

    private static Optional<Long> parse(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

package sosad.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A method and a path, and what they do.
 *
 * @param method the method, such as {@code GET}
 * @param path the path with variables in braces, as in {@code /nodes/{node}}
 * @param mostBytes how long its body may be
 * @param work does it
 */
record Endpoint(String method, String path, int mostBytes, Work work) {
    /** The most bytes of a body that is no file. */
    static final int MAX_BODY_BYTES = 64 * 1024;

    /** Does what a request asks for. */
    interface Work {
        /** @throws ApiError if it cannot be done */
        ApiResponse answer(ApiRequest call);
    }

    static Endpoint get(String path, Work work) {
        return new Endpoint("GET", path, 0, work);
    }

    static Endpoint post(String path, Work work) {
        return new Endpoint("POST", path, MAX_BODY_BYTES, work);
    }

    /** A command that says all by its path: no body belongs to it. */
    static Endpoint command(String path, Work work) {
        return new Endpoint("POST", path, 0, work);
    }

    static Endpoint patch(String path, Work work) {
        return new Endpoint("PATCH", path, MAX_BODY_BYTES, work);
    }

    static Endpoint delete(String path, Work work) {
        return new Endpoint("DELETE", path, 0, work);
    }

    /** The values of its variables, if a path is of its form. */
    Optional<Map<String, String>> match(String asked) {
        List<String> form = List.of(path.split("/", -1));
        List<String> parts = List.of(asked.split("/", -1));
        if (form.size() != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new TreeMap<>();
        for (int i = 0; i < form.size(); i++) {
            String expected = form.get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), parts.get(i));
            } else if (!expected.equals(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}

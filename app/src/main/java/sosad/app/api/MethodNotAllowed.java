package sosad.app.api;

import java.util.List;
import sosad.app.yaml.Quoted;

/** A request whose path is there, but not for its method. */
final class MethodNotAllowed extends ApiError {
    private final List<String> allowed;

    /** @param allowed the methods that are there */
    MethodNotAllowed(String method, List<String> allowed) {
        super(
                METHOD_NOT_ALLOWED,
                "method",
                "%s is not allowed there; allowed: %s".formatted(Quoted.of(method), String.join(", ", allowed)));
        this.allowed = List.copyOf(allowed);
    }

    /** The methods that are there, as in the header {@code Allow}. */
    String allowed() {
        return String.join(", ", allowed);
    }
}

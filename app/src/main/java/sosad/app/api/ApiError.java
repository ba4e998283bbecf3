package sosad.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import sosad.app.yaml.YamlFileException;

/** The refusal of a request, of which nothing was done. The message is for the sender. */
class ApiError extends RuntimeException {
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int UNPROCESSABLE = 422;
    static final int FAILED = 500;
    static final int UNAVAILABLE = 503;
    static final int TIMEOUT = 504;

    private final int status;
    private final Optional<String> field;

    private ApiError(int status, String message, Optional<String> field) {
        super(message, null, false, false); // it answers a client, and no one looks where it was thrown
        this.status = status;
        this.field = field;
    }

    ApiError(int status, String message) {
        this(status, message, Optional.empty());
    }

    /** @param field the part of the request that is refused, such as {@code attributes.latency} */
    ApiError(int status, String field, String message) {
        this(status, message, Optional.of(field));
    }

    /** Returns what a field of the body or the query says cannot be. */
    static ApiError ofField(String field, String message) {
        return new ApiError(UNPROCESSABLE, field, message);
    }

    /** Returns what is read of a field; that it cannot be read is an error of that field. */
    static <T> T reading(String field, Supplier<T> source) {
        try {
            return source.get();
        } catch (YamlFileException | IllegalArgumentException e) {
            throw ofField(field, e.getMessage());
        }
    }

    int status() {
        return status;
    }

    /** The answer's body. */
    ObjectNode json() {
        ObjectNode json = Json.object().put("error", getMessage());
        field.ifPresent(name -> json.put("field", name));
        return json.put("status", status);
    }
}

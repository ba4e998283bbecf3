package sosad.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The answer to a request.
 *
 * @param status the status of HTTP
 * @param body the body, if it has one
 */
record ApiResponse(int status, Optional<JsonNode> body) {
    /** Done, and here is what was asked for. */
    static ApiResponse ok(JsonNode body) {
        return new ApiResponse(200, Optional.of(body));
    }

    /** Something came into being. */
    static ApiResponse created(JsonNode body) {
        return new ApiResponse(201, Optional.of(body));
    }

    /** Done. */
    static ApiResponse done() {
        return new ApiResponse(204, Optional.empty());
    }
}

package sosad.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The answer to a request.
 *
 * @param status the status of HTTP
 * @param body the body, if it has one
 */
record Answer(int status, Optional<JsonNode> body) {
    /** Done, and here is what was asked for. */
    static Answer ok(JsonNode body) {
        return new Answer(200, Optional.of(body));
    }

    /** Something came into being. */
    static Answer created(JsonNode body) {
        return new Answer(201, Optional.of(body));
    }

    /** Done. */
    static Answer done() {
        return new Answer(204, Optional.empty());
    }
}

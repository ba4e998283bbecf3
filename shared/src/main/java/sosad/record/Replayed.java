package sosad.record;

import java.util.List;
import java.util.Optional;
import sosad.engine.EngineInput;
import sosad.message.NodeMessage;
import sosad.model.Entry;
import sosad.protocol.Received;
import sosad.protocol.Written;

/**
 * An input that was replayed, and its effects.
 *
 * @param number how many inputs there were in the stretch up to this one, it included
 * @param epochMillis when it came
 * @param written the write of a client
 * @param received the outcome of an update message
 * @param adopted what was taken over from a question, answer or repair
 * @param sent the messages sent, in order
 */
public record Replayed(
        long number,
        long epochMillis,
        EngineInput input,
        Optional<Written> written,
        Optional<Received> received,
        Optional<Entry> adopted,
        List<NodeMessage> sent) {
    public Replayed {
        sent = List.copyOf(sent);
    }
}

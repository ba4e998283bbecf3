package sosad.app.fabric;

import java.util.List;
import java.util.Map;
import sosad.model.Link;
import sosad.wire.Frame;

/**
 * The contents of the network when it stopped passing messages on.
 *
 * @param underWay the messages on their way, by link and then as they came in; one that was to arrive twice stands here
 *     twice
 * @param lastSeen the number of the last message that came in on each link that was used
 */
public record Frozen(List<FrameUnderWay> underWay, Map<Link, Long> lastSeen) {
    public Frozen {
        underWay = List.copyOf(underWay);
        lastSeen = Map.copyOf(lastSeen);
    }

    /**
     * A message on its way.
     *
     * @param frame the message as it was sent
     * @param corrupt whether it was to arrive with changed bytes
     */
    public record FrameUnderWay(Frame frame, boolean corrupt) {}
}

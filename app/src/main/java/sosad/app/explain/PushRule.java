package sosad.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.history.RunEvent.Wrote;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * The reasons why a push did not carry an entry that its sender's clients had written: something newer from elsewhere
 * had taken its place.
 */
final class PushRule {
    private final RunStory story;
    private final ObstacleText text;
    private final Key key;

    PushRule(RunStory story, ObstacleText text, Key key) {
        this.story = story;
        this.text = text;
        this.key = key;
    }

    /** Returns why a push to a node left out what was written, of those entries beyond which it would have carried. */
    List<Obstacle> whyLeftOut(Sending push, NodeId to, Beyond beyond) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (int id = since(push, to) + 1; id <= push.before(); id++) {
            if (story.event(id).what() instanceof Wrote wrote
                    && wrote.node().equals(push.from())
                    && beyond.of(Optional.of(wrote.entry())).isPresent()
                    && wrote.entry().key().equals(key)) {
                int by = wrote.lost() ? heldSince(push.from(), id) : heldUntil(push.from(), id) + 1;
                boolean isInTime = by > 0 && by <= push.before();
                if (isInTime && (wrote.lost() || !(story.event(by).what() instanceof Wrote))) {
                    obstacles.add(text.overtaken(push, to, wrote.entry(), story.event(by)));
                }
            }
        }
        return obstacles;
    }

    /**
     * The last event before the push that settled what was to be pushed: one before it, or the beginning of its store.
     */
    private int since(Sending push, NodeId to) {
        return story.sendings().stream()
                .filter(one -> !one.isSync()
                        && one.from().equals(push.from())
                        && one.to().contains(to)
                        && one.before() < push.before())
                .mapToInt(Sending::before)
                .reduce(story.birth(push.from(), push.before()), Math::max);
    }

    private int heldSince(NodeId node, int event) {
        Optional<Entry> held = story.held(node, key, event);
        int since = event;
        while (since > 0 && story.held(node, key, since - 1).equals(held)) {
            since--;
        }
        return since;
    }

    private int heldUntil(NodeId node, int event) {
        Optional<Entry> held = story.held(node, key, event);
        int until = event;
        while (until < story.end()
                && (!story.at(until + 1).node(node).hasProcess()
                        || story.held(node, key, until + 1).equals(held))) {
            until++;
        }
        return until;
    }
}

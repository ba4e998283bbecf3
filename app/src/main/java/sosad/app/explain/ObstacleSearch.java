package sosad.app.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sosad.app.history.HistoryEvent;
import sosad.app.history.RunEvent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

/**
 * The search for everything because of which a node does not hold a newer entry of a key than it does. Nodes that once
 * held a newer one are on one side, the node asked about is on the other; between them stand the messages that did not
 * bring it across: to the node itself, and to those that could have passed it on to it in time.
 */
final class ObstacleSearch {
    private final RunStory story;
    private final Key key;
    private final ObstacleText text;
    private final OfferRule rule;
    private final Map<Goal, Integer> searched;
    private final Map<Set<Integer>, Obstacle> found = new LinkedHashMap<>();

    /** A node that should have got one of these entries. */
    private record Goal(NodeId node, Beyond beyond) {}

    ObstacleSearch(RunStory story, Key key, NodeId asked) {
        this(story, key, new ObstacleText(story, key, asked), new HashMap<>());
    }

    private ObstacleSearch(RunStory story, Key key, ObstacleText text, Map<Goal, Integer> searched) {
        this.story = story;
        this.key = key;
        this.text = text;
        this.rule = new OfferRule(story, text, key);
        this.searched = searched;
    }

    /** Returns what kept entries beyond these from a node, in the order of the run. */
    List<Obstacle> find(NodeId node, Beyond beyond) {
        search(new Goal(node, beyond), story.end());
        List<Obstacle> obstacles = new ArrayList<>(found.values());
        obstacles.sort(Comparator.comparingInt(
                obstacle -> obstacle.sentences().get(0).events().get(0)));
        return obstacles;
    }

    private void add(Obstacle obstacle) {
        found.merge(obstacle.causes(), obstacle, Obstacle::and);
    }

    /** Searches for what kept a node from the goal until an event, by which it had not reached it. */
    private void search(Goal goal, int until) {
        if (searched.getOrDefault(goal, -1) >= until) {
            return;
        }
        searched.put(goal, until);
        NodeId node = goal.node();
        int birth = story.birth(node, until);
        if (birth > 0) {
            searchBefore(goal, birth);
        }
        for (MessageTrack track : story.tracks()) {
            if (track.to().equals(node)
                    && track.sending().id() < until
                    && track.settledAt(Integer.MAX_VALUE) >= birth) {
                consider(track, goal.beyond(), until);
            }
        }
        for (Sending sending : story.sendings()) {
            if (sending.isSync()
                    && sending.to().contains(node)
                    && !sending.from().equals(node)
                    && sending.before() < until
                    && sending.before() >= birth) {
                considerSilence(sending, goal);
            }
        }
    }

    /** What a node had reached, or could have, when its process ended is gone. */
    private void searchBefore(Goal goal, int birth) {
        Optional<HistoryEvent> death = story.death(goal.node(), birth);
        if (death.isEmpty()) {
            return;
        }
        int last = death.get().id() - 1;
        Optional<Entry> gone = goal.beyond().of(story.held(goal.node(), key, last));
        if (gone.isPresent() || couldHaveReached(goal, last)) {
            add(text.gone(goal.node(), gone, death.get(), story.event(birth)));
        }
    }

    private boolean couldHaveReached(Goal goal, int until) {
        ObstacleSearch before = new ObstacleSearch(story, key, text, new HashMap<>(searched));
        before.searched.remove(goal);
        before.search(goal, until);
        return !before.found.isEmpty();
    }

    private void consider(MessageTrack track, Beyond beyond, int until) {
        Optional<Entry> carried = beyond.of(track.carried(key));
        if (carried.isEmpty()) {
            considerContents(track, beyond);
        } else if (beyond.of(track.carries(key)).isEmpty()) {
            add(text.trimmed(track, carried.get()));
        } else if (!track.isDelivered()) {
            add(text.undelivered(track, carried.get()));
        } else if (track.settledAt(0) > until) {
            add(text.late(track, carried.get()));
        }
    }

    /** A message without the entry: its sender had none either, or did not offer it. */
    private void considerContents(MessageTrack track, Beyond beyond) {
        int sent = track.sending().id();
        if (track.first().kind() == FrameKind.SYNC) {
            Optional<Sending> sending =
                    story.sendings().stream().filter(one -> one.includes(sent)).findFirst();
            considerOffer(new SyncOffer(track.from(), track.to(), sent, sending, Optional.of(track)), beyond);
        } else if (track.first().kind() == FrameKind.ANSWER) {
            search(new Goal(track.from(), beyond), sent);
        }
    }

    /** A sync that had nothing for the node. */
    private void considerSilence(Sending sending, Goal goal) {
        for (int id = sending.before() + 1; id <= sending.after(); id++) {
            if (story.event(id).what() instanceof RunEvent.Sent sent
                    && sent.message().to().equals(goal.node())) {
                return;
            }
        }
        considerOffer(
                new SyncOffer(sending.from(), goal.node(), sending.before(), Optional.of(sending), Optional.empty()),
                goal.beyond());
    }

    private void considerOffer(SyncOffer offer, Beyond beyond) {
        Optional<Entry> held = beyond.of(story.held(offer.from(), key, offer.at()));
        if (held.isPresent()) {
            rule.whyLeftOut(offer, held.get()).forEach(this::add);
        }
        if (offer.sending().filter(one -> one.leavesOut(key)).isEmpty()) {
            Beyond offered =
                    held.map(entry -> rule.offered(offer, beyond, entry)).orElse(beyond);
            search(new Goal(offer.from(), offered), offer.at());
        }
    }
}

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
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.wire.FrameKind;

/**
 * The search for everything because of which a node does not hold a newer entry of a key than it does. Nodes that once
 * held a newer one are on one side, the node asked about is on the other; between them stand the messages that did not
 * bring it across: to the node itself, and to those that could have passed it on to it in time.
 */
final class ObstacleSearch {
    private final RunStory story;
    private final Key key;
    private final NodeId asked;
    private final ObstacleText text;
    private final OfferRule rule;
    private final PushRule pushes;
    private final List<Version> versions;
    private final Map<Goal, Integer> searched = new HashMap<>();
    private final Map<Object, Obstacle> found = new LinkedHashMap<>();

    /**
     * A node that should have got one of these entries.
     *
     * @param birth the event at which its store began
     */
    private record Goal(NodeId node, Beyond beyond, int birth) {}

    ObstacleSearch(RunStory story, Key key, NodeId asked) {
        this.story = story;
        this.key = key;
        this.asked = asked;
        this.text = new ObstacleText(story, key, asked);
        this.rule = new OfferRule(story, text, key);
        this.pushes = new PushRule(story, text, key);
        this.versions = story.versions(key);
    }

    /** Returns what kept entries beyond these from a node, in the order of the run. */
    List<Obstacle> find(NodeId node, Beyond beyond) {
        search(node, beyond, story.end());
        List<Obstacle> obstacles = new ArrayList<>(found.values());
        obstacles.sort(Comparator.comparingInt(
                obstacle -> obstacle.sentences().get(0).events().get(0)));
        return obstacles;
    }

    private void add(Obstacle obstacle) {
        boolean hasCauses = obstacle.alternatives().stream().noneMatch(Set::isEmpty);
        found.merge(hasCauses ? obstacle.alternatives() : obstacle.sentences(), obstacle, Obstacle::and);
    }

    /**
     * Searches for what kept a node from the goal until an event, by which it had not reached it. The latest is looked
     * at first: an earlier search for the same is then part of a later one.
     */
    private void search(NodeId node, Beyond beyond, int until) {
        boolean isWayBack = node.equals(asked) && !searched.isEmpty();
        Optional<Beyond> least = beyond.least(versions);
        if (isWayBack || least.isEmpty()) {
            return; // what had come by way of the node asked about would be there; and nobody can send what there is
            // not
        }
        int birth = story.birth(node, until);
        Goal goal = new Goal(node, least.get(), birth);
        if (searched.getOrDefault(goal, -1) >= until) {
            return;
        }
        searched.put(goal, until);
        if (birth > 0) {
            searchBefore(goal);
        }
        List<MessageTrack> tracks = story.tracksTo(node);
        for (int i = tracks.size() - 1; i >= 0; i--) {
            MessageTrack track = tracks.get(i);
            if (canCome(track, until) && track.settledAt(Integer.MAX_VALUE) >= birth) {
                consider(track, goal, until);
            }
        }
        List<Sending> silences = story.silencesTo(node);
        for (int i = silences.size() - 1; i >= 0; i--) {
            Sending sending = silences.get(i);
            if (sending.before() < until && story.arrival(new Link(sending.from(), node), sending.before()) > birth) {
                if (sending.isSync()) {
                    considerOffer(
                            new SyncOffer(
                                    sending.from(), node, sending.before(), Optional.of(sending), Optional.empty()),
                            goal.beyond(),
                            until);
                } else {
                    considerPush(sending, node, goal.beyond(), until);
                }
            }
        }
    }

    /** Returns whether it was sent early enough to arrive by an event. */
    private boolean canCome(MessageTrack track, int until) {
        int sent = track.sending().id();
        return sent < until
                && (until == story.end() || story.arrival(new Link(track.from(), track.to()), sent) <= until);
    }

    /** What a node had reached when its process ended is gone. */
    private void searchBefore(Goal goal) {
        story.death(goal.node(), goal.birth()).ifPresent(death -> goal.beyond()
                .of(story.held(goal.node(), key, death.id() - 1))
                .ifPresent(gone -> add(text.gone(goal.node(), gone, death, story.event(goal.birth())))));
    }

    private void consider(MessageTrack track, Goal goal, int until) {
        Beyond beyond = goal.beyond();
        Optional<Entry> carried = beyond.of(track.carried(key));
        if (carried.isEmpty()) {
            considerContents(track, beyond, until);
        } else if (beyond.of(track.carries(key)).isEmpty()) {
            add(text.trimmed(track, carried.get()));
        } else if (!track.isDelivered()) {
            text.undelivered(track, carried.get(), goal.birth(), until).forEach(this::add);
        } else if (track.settledAt(0) > until) {
            track.holding().ifPresent(holding -> add(text.late(track, carried.get(), holding)));
        }
    }

    /** A message without the entry: its sender had none either, or did not offer it. */
    private void considerContents(MessageTrack track, Beyond beyond, int until) {
        int sent = track.sending().id();
        if (track.first().kind() == FrameKind.SYNC) {
            Optional<Sending> sending = story.sending(sent);
            considerOffer(new SyncOffer(track.from(), track.to(), sent, sending, Optional.of(track)), beyond, until);
        } else if (track.first().kind() == FrameKind.ANSWER) {
            search(track.from(), beyond, sent);
        } else if (track.first().kind() == FrameKind.PUSH) {
            story.sending(sent).ifPresent(sending -> considerPush(sending, track.to(), beyond, until));
        }
    }

    /** A push without the entry: what its sender's clients had written was overtaken before it was pushed. */
    private void considerPush(Sending push, NodeId to, Beyond beyond, int until) {
        Link link = new Link(push.from(), to);
        if (story.isStopped(link, push.before(), until)) {
            return; // nothing that was sent then has come
        }
        List<HistoryEvent> barriers = story.barriers(link, push.before(), until);
        pushes.whyLeftOut(push, to, beyond).forEach(obstacle -> add(obstacle.or(barriers)));
    }

    private void considerOffer(SyncOffer offer, Beyond beyond, int until) {
        Optional<Entry> held = beyond.of(story.held(offer.from(), key, offer.at()));
        Link link = new Link(offer.from(), offer.to());
        if (story.isStopped(link, offer.at(), until)) {
            return; // nothing that was sent then has come
        }
        if (held.isPresent()) {
            List<HistoryEvent> barriers = story.barriers(link, offer.at(), until);
            rule.whyLeftOut(offer, held.get()).forEach(obstacle -> add(obstacle.or(barriers)));
        }
        if (offer.sending().filter(one -> one.leavesOut(key)).isEmpty()) {
            Beyond offered =
                    held.map(entry -> rule.offered(offer, beyond, entry)).orElse(beyond);
            search(offer.from(), offered, offer.at());
        }
    }
}

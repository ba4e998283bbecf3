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
    private final NodeId asked;
    private final Optional<Entry> held;
    private final ObstacleText text;
    private final Map<NodeId, Integer> searched = new HashMap<>();
    private final Map<Set<Integer>, Obstacle> found = new LinkedHashMap<>();

    /** @param held what the node asked about holds */
    ObstacleSearch(RunStory story, Key key, NodeId asked, Optional<Entry> held) {
        this.story = story;
        this.key = key;
        this.asked = asked;
        this.held = held;
        this.text = new ObstacleText(story, key, asked);
    }

    /** Returns what stood in the way, in the order of the run. */
    List<Obstacle> find() {
        search(asked, story.end());
        List<Obstacle> obstacles = new ArrayList<>(found.values());
        obstacles.sort(Comparator.comparingInt(
                obstacle -> obstacle.sentences().get(0).events().get(0)));
        return obstacles;
    }

    private boolean isNewer(Entry entry) {
        return held.isEmpty() || entry.version().compareTo(held.get().version()) > 0;
    }

    private Optional<Entry> newer(Optional<Entry> entry) {
        return entry.filter(this::isNewer);
    }

    private void add(Obstacle obstacle) {
        found.merge(obstacle.causes(), obstacle, Obstacle::and);
    }

    /** Searches for what kept a newer entry from a node until an event, at which it had none. */
    private void search(NodeId node, int until) {
        if (searched.getOrDefault(node, -1) >= until) {
            return;
        }
        searched.put(node, until);
        int birth = story.birth(node, until);
        if (birth > 0) {
            searchBefore(node, birth);
        }
        for (MessageTrack track : story.tracks()) {
            if (track.to().equals(node)
                    && track.sending().id() < until
                    && track.settledAt(Integer.MAX_VALUE) >= birth) {
                consider(track, until);
            }
        }
        for (Sending sending : story.sendings()) {
            if (sending.isSync()
                    && sending.to().contains(node)
                    && !sending.from().equals(node)
                    && sending.before() < until
                    && sending.before() >= birth) {
                considerSilence(sending, node);
            }
        }
    }

    /** What a node held, or could have held, when its process ended is gone. */
    private void searchBefore(NodeId node, int birth) {
        Optional<HistoryEvent> death = story.death(node, birth);
        if (death.isPresent()
                && newer(story.held(node, key, death.get().id() - 1)).isPresent()) {
            Entry gone = story.held(node, key, death.get().id() - 1).orElseThrow();
            add(text.gone(node, gone, death.get(), story.event(birth)));
        }
    }

    private void consider(MessageTrack track, int until) {
        Optional<Entry> carried = newer(track.carried(key));
        if (carried.isEmpty()) {
            considerContents(track);
        } else if (newer(track.carries(key)).isEmpty()) {
            add(text.trimmed(track, carried.get()));
        } else if (!track.isDelivered()) {
            add(text.undelivered(track, carried.get()));
        } else if (track.settledAt(0) > until) {
            add(text.late(track, carried.get()));
        }
    }

    /** A message without the entry: its sender had none either, or did not offer it. */
    private void considerContents(MessageTrack track) {
        boolean mayRelay =
                track.first().kind() == FrameKind.SYNC || track.first().kind() == FrameKind.ANSWER;
        if (!mayRelay) {
            return;
        }
        int sent = track.sending().id();
        Optional<Entry> senders = newer(story.held(track.from(), key, sent));
        if (senders.isEmpty()) {
            search(track.from(), sent);
        } else if (track.first().kind() == FrameKind.SYNC) {
            Optional<Sending> sending =
                    story.sendings().stream().filter(one -> one.includes(sent)).findFirst();
            addAll(new OfferRule(story, text, key)
                    .whyLeftOut(track.from(), track.to(), senders.get(), sent, sending, Optional.of(track)));
        }
    }

    /** A sync that had nothing for the node. */
    private void considerSilence(Sending sending, NodeId node) {
        for (int id = sending.before() + 1; id <= sending.after(); id++) {
            if (story.event(id).what() instanceof RunEvent.Sent sent
                    && sent.message().to().equals(node)) {
                return;
            }
        }
        Optional<Entry> senders = newer(story.held(sending.from(), key, sending.before()));
        if (senders.isEmpty()) {
            search(sending.from(), sending.before());
        } else {
            addAll(new OfferRule(story, text, key)
                    .whyLeftOut(
                            sending.from(),
                            node,
                            senders.get(),
                            sending.before(),
                            Optional.of(sending),
                            Optional.empty()));
        }
    }

    private void addAll(List<Obstacle> obstacles) {
        obstacles.forEach(this::add);
    }
}

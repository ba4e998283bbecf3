package sosad.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import sosad.app.history.HistoryEvent;
import sosad.app.history.RunEvent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Row;
import sosad.protocol.Rules.Content;

/** The reasons why a sync did not offer an entry that its sender held: by the rule in force and the row there was. */
final class OfferRule {
    private final RunStory story;
    private final ObstacleText text;
    private final Key key;

    OfferRule(RunStory story, ObstacleText text, Key key) {
        this.story = story;
        this.text = text;
        this.key = key;
    }

    /**
     * Returns why a sync left out an entry.
     *
     * @param entry what its sender held
     * @param at an event at which the sender's state is that of the sync
     * @param sending the sync, if it is known
     * @param track the message, if there was one
     */
    List<Obstacle> whyLeftOut(
            NodeId from, NodeId to, Entry entry, int at, Optional<Sending> sending, Optional<MessageTrack> track) {
        Content content = story.plan().rules().content();
        if (content == Content.REMOTE_NOW && row(from, to, at).now() > entry.timestamp()) {
            return byRow(from, to, entry, at, track, Row::now);
        } else if (content == Content.REMOTE_PREV && row(from, to, at).prev() > entry.timestamp()) {
            return byRow(from, to, entry, at, track, Row::prev);
        } else if (sending.filter(one -> one.leavesOut(key)).isPresent()) {
            return List.of(text.narrowed(from, to, sending.get(), track, story.event(at)));
        } else if (content == Content.PER_KEY) {
            return byKnowledge(from, to, entry, at, track);
        }
        return List.of();
    }

    private Row row(NodeId from, NodeId to, int at) {
        return story.at(at)
                .node(from)
                .rows()
                .getOrDefault(to, Row.start(story.plan().rules().startTime()));
    }

    private List<Obstacle> byRow(
            NodeId from, NodeId to, Entry entry, int at, Optional<MessageTrack> track, ToLongFunction<Row> part) {
        List<Integer> raises = new ArrayList<>();
        boolean isPrev =
                part.applyAsLong(row(from, to, at)) == row(from, to, at).prev()
                        && story.plan().rules().content() == Content.REMOTE_PREV;
        OptionalInt shift = raisedAt(from, to, entry, at, part);
        shift.ifPresent(raises::add);
        if (isPrev && shift.isPresent()) {
            OptionalInt marked = raisedAt(from, to, entry, shift.getAsInt() - 1, Row::mark);
            marked.ifPresent(raises::add);
            raisedAt(from, to, entry, marked.orElse(shift.getAsInt()), Row::now).ifPresent(raises::add);
        }
        return withUnheard(
                from, to, raises, at, text.behind(from, to, entry, new TreeSet<>(raises), at, track, isPrev));
    }

    /** The event since which a part of a row was beyond the entry. */
    private OptionalInt raisedAt(NodeId from, NodeId to, Entry entry, int at, ToLongFunction<Row> part) {
        int since = at;
        while (since > 0
                && story.at(since - 1).node(from).hasProcess()
                && part.applyAsLong(row(from, to, since - 1)) > entry.timestamp()) {
            since--;
        }
        return since == 0 || part.applyAsLong(row(from, to, since)) <= entry.timestamp()
                ? OptionalInt.empty()
                : OptionalInt.of(since);
    }

    private List<Obstacle> byKnowledge(NodeId from, NodeId to, Entry entry, int at, Optional<MessageTrack> track) {
        for (int id = at; id > 0; id--) {
            HistoryEvent event = story.event(id);
            if (event.what() instanceof RunEvent.Delivered delivered
                    && delivered.message().to().equals(from)
                    && delivered.message().from().equals(to)
                    && tellsOf(delivered, entry)) {
                return withUnheard(from, to, List.of(id), at, text.known(from, to, entry, event, at, track));
            }
        }
        return List.of();
    }

    private static boolean tellsOf(RunEvent.Delivered delivered, Entry entry) {
        return delivered.message().entries().contains(entry)
                || delivered.message().receipts().stream()
                        .anyMatch(receipt -> receipt.key().equals(entry.key())
                                && receipt.version().equals(entry.version()));
    }

    /** What the sender knew is of a store that is gone, and of the new one it has not heard. */
    private List<Obstacle> withUnheard(NodeId from, NodeId to, List<Integer> learnt, int at, Obstacle reason) {
        List<Obstacle> all = new ArrayList<>(List.of(reason));
        int birth = story.birth(to, at);
        if (learnt.stream().anyMatch(event -> event < birth)) {
            story.tracks().stream()
                    .filter(track -> track.from().equals(to)
                            && track.to().equals(from)
                            && track.sending().id() > birth
                            && track.sending().id() <= at
                            && !(track.isDelivered() && track.settledAt(0) <= at))
                    .forEach(track -> all.add(text.unheard(track)));
        }
        return all;
    }
}

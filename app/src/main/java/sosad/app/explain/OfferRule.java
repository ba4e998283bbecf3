package sosad.app.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
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
    /** One of the numbers of a row. */
    private enum RowPart {
        NOW(Row::now),
        PREV(Row::prev),
        MARK(Row::mark);

        private final ToLongFunction<Row> number;

        RowPart(ToLongFunction<Row> number) {
            this.number = number;
        }

        long of(Row row) {
            return number.applyAsLong(row);
        }
    }

    private record Raise(NodeId at, NodeId peer, long timestamp, RowPart part) {}

    /** The first of the events up to another one during which a part of a row was beyond a timestamp. */
    private record Since(int since, int until) {}

    private final Map<Raise, Since> raises = new HashMap<>();
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
     */
    List<Obstacle> whyLeftOut(SyncOffer offer, Entry entry) {
        Content content = story.plan().rules().content();
        if (content == Content.REMOTE_NOW && row(offer).now() > entry.timestamp()) {
            return byRow(offer, entry, false);
        } else if (content == Content.REMOTE_PREV && row(offer).prev() > entry.timestamp()) {
            return byRow(offer, entry, true);
        } else if (offer.sending().filter(one -> one.leavesOut(key)).isPresent()) {
            return List.of(text.narrowed(offer));
        } else if (content == Content.PER_KEY) {
            return byKnowledge(offer, entry);
        }
        return List.of();
    }

    /** Returns which of the entries beyond it would have offered, had its sender held one. */
    Beyond offered(SyncOffer offer, Beyond beyond, Entry held) {
        return switch (story.plan().rules().content()) {
            case REMOTE_NOW -> beyond.and(held).from(row(offer).now());
            case REMOTE_PREV -> beyond.and(held).from(row(offer).prev());
            case FULL, PER_KEY -> beyond.and(held);
        };
    }

    private Row row(SyncOffer offer) {
        return row(offer, offer.at());
    }

    private Row row(SyncOffer offer, int at) {
        return story.at(at)
                .node(offer.from())
                .rows()
                .getOrDefault(offer.to(), Row.start(story.plan().rules().startTime()));
    }

    private List<Obstacle> byRow(SyncOffer offer, Entry entry, boolean byPrev) {
        SortedSet<Integer> raises = new TreeSet<>();
        OptionalInt shift = raisedAt(offer, entry, offer.at(), byPrev ? RowPart.PREV : RowPart.NOW);
        shift.ifPresent(raises::add);
        if (byPrev && shift.isPresent()) {
            OptionalInt marked = raisedAt(offer, entry, shift.getAsInt() - 1, RowPart.MARK);
            marked.ifPresent(raises::add);
            raisedAt(offer, entry, marked.orElse(shift.getAsInt()), RowPart.NOW).ifPresent(raises::add);
        }
        return withUnheard(offer, raises, text.behind(offer, raises, byPrev));
    }

    /** The event since which a part of a row was beyond the entry. */
    private OptionalInt raisedAt(SyncOffer offer, Entry entry, int at, RowPart part) {
        Raise raise = new Raise(offer.from(), offer.to(), entry.timestamp(), part);
        Since known = raises.get(raise);
        if (known == null || at > known.until() || at < known.since()) {
            known = new Since(since(offer, entry, at, part), at);
            raises.put(raise, known);
        }
        return known.since() == 0 || part.of(row(offer, known.since())) <= entry.timestamp()
                ? OptionalInt.empty()
                : OptionalInt.of(known.since());
    }

    private int since(SyncOffer offer, Entry entry, int at, RowPart part) {
        int since = at;
        while (since > 0
                && story.at(since - 1).node(offer.from()).hasProcess()
                && part.of(row(offer, since - 1)) > entry.timestamp()) {
            since--;
        }
        return since;
    }

    private List<Obstacle> byKnowledge(SyncOffer offer, Entry entry) {
        for (int id = offer.at(); id > 0; id--) {
            HistoryEvent event = story.event(id);
            if (event.what() instanceof RunEvent.Delivered delivered
                    && delivered.message().to().equals(offer.from())
                    && delivered.message().from().equals(offer.to())
                    && tellsOf(delivered, entry)) {
                return withUnheard(offer, List.of(id), text.known(offer, entry, event));
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
    private List<Obstacle> withUnheard(SyncOffer offer, Collection<Integer> learnt, Obstacle reason) {
        List<Obstacle> all = new ArrayList<>(List.of(reason));
        int birth = story.birth(offer.to(), offer.at());
        if (learnt.stream().anyMatch(event -> event < birth)) {
            story.tracks().stream()
                    .filter(track -> track.from().equals(offer.to())
                            && track.to().equals(offer.from())
                            && track.sending().id() > birth
                            && track.sending().id() <= offer.at()
                            && !(track.isDelivered() && track.settledAt(0) <= offer.at()))
                    .forEach(track -> all.add(text.unheard(track)));
        }
        return all;
    }
}

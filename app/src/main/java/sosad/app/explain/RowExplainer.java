package sosad.app.explain;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import sosad.app.history.HistoryEvent;
import sosad.app.history.RunEvent;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.Row;

/** Explains why a node's row of a peer is as it is: which messages moved it, and what it means for the next sync. */
final class RowExplainer {
    private final RunStory story;
    private final Question.OfRow question;
    private final NodeId at;
    private final NodeId peer;
    private final Set<Integer> causes = new HashSet<>();
    private final List<Sentence> because = new ArrayList<>();

    RowExplainer(RunStory story, Question.OfRow question) {
        this.story = story;
        this.question = question;
        this.at = question.at();
        this.peer = question.peer();
    }

    Explanation explain() {
        Optional<Row> row = row(story.end());
        if (row.isEmpty()) {
            dead();
            return answer("It has no rows until it is started again.");
        }
        now(row.get());
        prev(row.get());
        missing(row.get());
        because.sort(Comparator.comparingInt(sentence -> sentence.events().get(0)));
        return answer(meaning(row.get()));
    }

    private Explanation answer(String outlook) {
        return Answers.of(story, question, new Sentence(outlook, List.of(story.end())), because, causes);
    }

    private void dead() {
        HistoryEvent death = story.death(at, story.end()).orElse(story.now().event());
        say(death.id(), "%s's process has ended.".formatted(at));
    }

    private void say(int event, String text) {
        causes.add(event);
        because.add(new Sentence(text, List.of(event)));
    }

    private Optional<Row> row(int event) {
        return event < 0
                ? Optional.empty()
                : Optional.ofNullable(story.at(event).node(at).rows().get(peer));
    }

    private void now(Row row) {
        int since = since(row, Row::now);
        if (story.event(since).what() instanceof RunEvent.Started) {
            say(since, format("%s came back with an empty store: its rows began at %d.", at, row.now()));
        } else if (row(since - 1).isEmpty()) {
            say(since, format("%s has heard nothing of %s newer than the start time, %d.", at, peer, row.now()));
        } else {
            long before = row(since - 1).orElseThrow().now();
            say(
                    since,
                    before < row.now()
                            ? format(
                                    "%s reached %s: %s-now went from %d to %d.",
                                    message(since), at, peer, before, row.now())
                            : format(
                                    "%s reached %s: %s had come back with an empty store, so %s-now fell from %d to %d.",
                                    message(since), at, peer, peer, before, row.now()));
        }
    }

    private void prev(Row row) {
        int since = since(row, Row::prev);
        boolean isShift =
                since > 0 && row(since - 1).isPresent() && row(since - 1).get().prev() < row.prev();
        if (isShift) {
            say(
                    since,
                    format(
                            "%s reached %s: %s-prev became %d, what %s-now was after the sync before.",
                            message(since), at, peer, row.prev(), peer));
        } else if (row.prev() != row.now()) {
            because.add(new Sentence(
                    format("%s-prev is still %d: no second sync has come from %s since.", peer, row.prev(), peer),
                    List.of(since)));
        }
    }

    /** The first event of those in a row up to the end at which this part of the row is as it is now. */
    private int since(Row row, ToLongFunction<Row> part) {
        int since = story.end();
        while (since > 0
                && row(since - 1).isPresent()
                && part.applyAsLong(row(since - 1).get()) == part.applyAsLong(row)) {
            since--;
        }
        return since;
    }

    private String message(int event) {
        if (!(story.event(event).what() instanceof RunEvent.Delivered delivered)) {
            return "A message of " + peer;
        }
        return Phrases.name(delivered.message())
                + Phrases.newest(delivered.message().entries())
                        .map(entry -> " with " + Phrases.of(entry))
                        .orElse("");
    }

    /** What would have raised it and did not come. */
    private void missing(Row row) {
        for (MessageTrack track : story.tracks()) {
            Optional<Entry> newest = Phrases.newest(track.first().entries());
            if (track.from().equals(peer)
                    && track.to().equals(at)
                    && track.first().update().isPresent()
                    && !track.isDelivered()
                    && newest.isPresent()
                    && newest.get().timestamp() > row.now()) {
                Obstacle obstacle = new ObstacleText(story, newest.get().key(), at).undelivered(track, newest.get());
                because.addAll(obstacle.sentences());
                causes.addAll(Obstacle.causes(List.of(obstacle)));
            }
        }
    }

    private String meaning(Row row) {
        return switch (story.plan().rules().content()) {
            case REMOTE_NOW ->
                format(
                        "%s thinks %s is at %d: its next sync to %s offers only entries from %d on.",
                        at, peer, row.now(), peer, row.now());
            case REMOTE_PREV ->
                format(
                        "Under remote-prev %s's next sync to %s offers only entries from %s-prev on, %d.",
                        at, peer, peer, row.prev());
            case FULL -> "Under full nothing reads this row: every sync offers every entry.";
            case PER_KEY -> "Under per-key nothing reads this row: a sync offers what the peer is not known to hold.";
        };
    }
}

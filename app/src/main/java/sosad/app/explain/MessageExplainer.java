package sosad.app.explain;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.text.MessageText;
import sosad.app.history.text.Sentences;
import sosad.model.Entry;
import sosad.protocol.Inquiry;
import sosad.protocol.Update;

/** Explains why a message carries what it carries, and what became of it. */
final class MessageExplainer {
    private static final int MAX_WRITES = 6;

    private final RunStory story;
    private final Question.OfMessage question;
    private final MessageTrack track;
    private final Message message;
    private final Set<Integer> causes = new HashSet<>();
    private final List<Sentence> because = new ArrayList<>();

    /** @throws UnanswerableException if there is no such message */
    MessageExplainer(RunStory story, Question.OfMessage question) {
        this.story = story;
        this.question = question;
        this.track = story.track(question.message())
                .orElseThrow(() -> new UnanswerableException(
                        "there is no message " + question.message() + " in this run up to here"));
        this.message = track.first();
    }

    Explanation explain() {
        writes();
        row();
        contents();
        for (HistoryEvent event : track.later()) {
            say(event.id(), event.what());
            event.causes().stream()
                    .filter(cause -> !(cause.what() instanceof RunEvent.Sent))
                    .forEach(cause -> causes.add(cause.id()));
        }
        causes.add(track.sending().id());
        causes.add(track.end().id());
        return Answers.of(story, question, outlook(), because, causes);
    }

    private Sentence outlook() {
        String fate = MessageText.fate(track.last());
        String text = Sentence.words(fate) <= Sentence.MAX_WORDS ? fate : "It was stopped by a rule.";
        return new Sentence(text, List.of(track.end().id()));
    }

    private void say(int event, RunEvent what) {
        String text = Sentences.of(what);
        if (Sentence.words(text) <= Sentence.MAX_WORDS) {
            because.add(new Sentence(text, List.of(event)));
        }
    }

    private void writes() {
        List<HistoryEvent> writes = track.sending().causes().stream()
                .filter(cause -> cause.what() instanceof RunEvent.Wrote)
                .toList();
        for (HistoryEvent write : writes.subList(Math.max(0, writes.size() - MAX_WRITES), writes.size())) {
            because.add(new Sentence(EntryOrigin.written((RunEvent.Wrote) write.what()), List.of(write.id())));
        }
        writes.forEach(write -> causes.add(write.id()));
    }

    /** The message that moved the row which the rule reads. */
    private void row() {
        boolean reads = message.update()
                .filter(update ->
                        update.kind() == Update.Kind.SYNC && bound(update).isPresent())
                .isPresent();
        if (reads) {
            Explanation row = new RowExplainer(
                            story.until(track.sending().id()), new Question.OfRow(message.from(), message.to()))
                    .explain();
            row.because().stream()
                    .filter(sentence -> row.causes().contains(sentence.events().get(0)))
                    .filter(sentence -> story.event(sentence.events().get(0)).what() instanceof RunEvent.Delivered)
                    .forEach(sentence -> {
                        because.add(sentence);
                        causes.add(sentence.events().get(0));
                    });
        }
    }

    private Optional<Long> bound(Update update) {
        return switch (story.plan().rules().content()) {
            case REMOTE_NOW -> Optional.of(update.now());
            case REMOTE_PREV -> Optional.of(update.prev());
            case FULL, PER_KEY -> Optional.empty();
        };
    }

    private void contents() {
        String text = message.update()
                .map(this::contents)
                .orElseGet(() -> contents(message.inquiry().orElseThrow()));
        because.add(new Sentence(text, List.of(track.sending().id())));
    }

    private String contents(Update update) {
        List<Entry> changes = update.changes();
        String what = Phrases.contents(changes);
        return switch (update.kind()) {
            case PUSH ->
                "%s pushed what its own clients had written since its last push to %s: %s."
                        .formatted(update.from(), update.to(), what);
            case HELLO -> "%s came back and said so: a hello carries no entries.".formatted(update.from());
            case SYNC ->
                switch (story.plan().rules().content()) {
                    case REMOTE_NOW, REMOTE_PREV ->
                        format(
                                "%s thought %s was at %d, so its sync offered only entries from there on: %s.",
                                update.from(), update.to(), bound(update).orElseThrow(), what);
                    case FULL -> "Under full a sync carries every entry: %s.".formatted(what);
                    case PER_KEY ->
                        "Under per-key a sync carries what %s is not known to hold: %s.".formatted(update.to(), what);
                };
        };
    }

    private static String contents(Inquiry inquiry) {
        if (inquiry instanceof Inquiry.Ask) {
            return "%s asked %s for %s, for a client that reads."
                    .formatted(inquiry.from(), inquiry.to(), inquiry.key());
        }
        String what = inquiry.carried().map(Phrases::of).orElse("nothing");
        return inquiry instanceof Inquiry.Answer
                ? "%s answered %s with what it holds under %s: %s."
                        .formatted(inquiry.from(), inquiry.to(), inquiry.key(), what)
                : "%s sent %s the newest that the read had found: %s.".formatted(inquiry.from(), inquiry.to(), what);
    }
}

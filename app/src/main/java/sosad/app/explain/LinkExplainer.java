package sosad.app.explain;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sosad.app.history.Fate;
import sosad.app.history.RunEvent;
import sosad.app.history.text.Sentences;
import sosad.model.Link;

/** Explains what became of the messages on a link. */
final class LinkExplainer {
    private static final int MAX_MESSAGES = 6;

    private final RunStory story;
    private final Question.OfLink question;
    private final Link link;
    private final Set<Integer> causes = new HashSet<>();
    private final List<Sentence> because = new ArrayList<>();

    LinkExplainer(RunStory story, Question.OfLink question) {
        this.story = story;
        this.question = question;
        this.link = question.link();
    }

    Explanation explain() {
        List<MessageTrack> sent = story.tracks().stream()
                .filter(track -> track.first().isOn(link))
                .toList();
        cuts();
        rules();
        List<MessageTrack> stopped =
                sent.stream().filter(track -> !track.isDelivered()).toList();
        stopped.subList(Math.max(0, stopped.size() - MAX_MESSAGES), stopped.size())
                .forEach(this::stopped);
        because.add(new Sentence(summary(sent), List.of(story.end())));
        return Answers.of(story, question, new Sentence(outlook(), List.of(story.end())), because, causes);
    }

    private void stopped(MessageTrack track) {
        String what = track.first().entries().isEmpty()
                ? "%s was not delivered.".formatted(Phrases.name(track.first()))
                : new ObstacleText(story, track.first().entries().get(0).key(), link.to())
                        .undelivered(track, track.first().entries().get(0))
                        .sentences()
                        .get(0)
                        .text();
        because.add(new Sentence(what, List.of(track.end().id())));
        causes.add(track.end().id());
    }

    private void cuts() {
        for (int id = 1; id <= story.end(); id++) {
            RunEvent what = story.event(id).what();
            if ((what instanceof RunEvent.Cut cut && cut.links().contains(link))
                    || (what instanceof RunEvent.Mended mended && mended.links().contains(link))) {
                String was = what instanceof RunEvent.Cut ? "cut" : "mended";
                because.add(new Sentence("The link %s was %s.".formatted(Phrases.link(link), was), List.of(id)));
                causes.add(id);
            }
        }
    }

    private void rules() {
        for (int id = 1; id <= story.end(); id++) {
            if (story.event(id).what() instanceof RunEvent.RuleSet set
                    && set.rule().from().map(link.from()::equals).orElse(true)
                    && set.rule().to().map(link.to()::equals).orElse(true)) {
                String text = Sentences.of(set);
                because.add(new Sentence(
                        Sentence.words(text) <= Sentence.MAX_WORDS ? text : "A rule was set.", List.of(id)));
                causes.add(id);
            }
        }
    }

    private String summary(List<MessageTrack> sent) {
        if (sent.isEmpty()) {
            return "Nothing was sent on %s so far.".formatted(Phrases.link(link));
        }
        long delivered = sent.stream().filter(MessageTrack::isDelivered).count();
        long lost = sent.stream()
                .filter(track ->
                        track.last().fate() == Fate.LOST || track.last().fate() == Fate.DISCARDED)
                .count();
        return format(
                "Of %d messages on %s, %d arrived, %d were lost and %d are still under way.",
                sent.size(), Phrases.link(link), delivered, lost, sent.size() - delivered - lost);
    }

    private String outlook() {
        if (story.now().cut().contains(link)) {
            return "The link is cut: what is sent on it is lost until it is mended.";
        } else if (!story.now().hasProcess(link.to())) {
            return "%s is dead: what is sent to it is lost.".formatted(link.to());
        }
        return "The link is whole: what is sent on it arrives, unless somebody or a rule stops it.";
    }
}

package sosad.app.viewmodel.explain;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sosad.app.explain.Explanation;
import sosad.app.explain.Question;
import sosad.app.explain.Sentence;
import sosad.app.history.History;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.viewmodel.Counted;

/**
 * An answer as it is shown.
 *
 * @param explanation what it says
 * @param title the question in words
 * @param lit how many of the events up to the moment asked about it names
 * @param of how many there are
 * @param lines its sentences
 * @param prospect what the box below them says
 * @param lighting what it lights
 */
public record WhyAnswer(
        Explanation explanation,
        String title,
        int lit,
        int of,
        List<WhyLine> lines,
        Prospect prospect,
        Lighting lighting) {
    /**
     * What becomes of what was asked about.
     *
     * @param kind how good that is
     * @param spans the outlook in a sentence; empty: nothing is said
     * @param rest what else there is to say of it, such as how it is known
     */
    public record Prospect(Kind kind, List<WhySpan> spans, String rest) {
        /** How good an outlook is. */
        public enum Kind {
            /** There is nothing that anything would have to bring. */
            NEUTRAL,
            /** Something will still bring it. */
            HEALS,
            /** Nothing will. */
            NEVER
        }

        public Prospect {
            spans = List.copyOf(spans);
        }

        /** Returns the outlook as a text. */
        public String text() {
            return spans.stream().map(WhySpan::text).reduce("", String::concat);
        }
    }

    public WhyAnswer {
        lines = List.copyOf(lines);
    }

    /** Returns an explanation of a moment in this history as it is shown. */
    static WhyAnswer of(Explanation explanation, History history) {
        Snapshot at = history.at(explanation.event());
        Set<String> keys = SentenceSpans.keys(at);
        if (explanation.question() instanceof Question.OfEntry entry) {
            keys.add(entry.key().text());
        }
        List<WhyLine> lines = explanation.because().stream()
                .map(sentence -> line(sentence, history, keys))
                .toList();
        int happened = 0;
        int lit = 0;
        for (int event = 0; event <= explanation.event(); event++) {
            if (isHappening(history.at(event).what())) {
                happened++;
                lit += explanation.events().contains(event) ? 1 : 0;
            }
        }
        return new WhyAnswer(
                explanation,
                QuestionText.of(explanation.question(), at, history),
                lit,
                happened,
                lines,
                prospect(explanation, keys),
                Lighting.of(explanation, history));
    }

    private static WhyLine line(Sentence sentence, History history, Set<String> keys) {
        int event = sentence.events().get(0);
        return new WhyLine("T = " + history.at(event).time(), event, SentenceSpans.of(sentence.text(), keys));
    }

    /** The frame of a step is no event that anything follows from. */
    private static boolean isHappening(RunEvent event) {
        return !(event instanceof RunEvent.ClusterStarted
                || event instanceof RunEvent.StepOpened
                || event instanceof RunEvent.ActionsDone
                || event instanceof RunEvent.StepDone
                || event instanceof RunEvent.Checked);
    }

    private static Prospect prospect(Explanation explanation, Set<String> keys) {
        String text = explanation.outlook().text().strip();
        boolean isLacking = explanation.question() instanceof Question.OfEntry
                && !explanation.holds().equals(explanation.newest());
        Prospect.Kind kind =
                !isLacking ? Prospect.Kind.NEUTRAL : explanation.heals() ? Prospect.Kind.HEALS : Prospect.Kind.NEVER;
        return new Prospect(
                kind,
                text.isEmpty() ? List.of() : SentenceSpans.of(whole(text), keys),
                isLacking ? "Played on until nothing changes." : "");
    }

    /** Returns words as a whole sentence. */
    static String whole(String words) {
        String begun = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return begun.endsWith(".") || begun.endsWith("!") ? begun : begun + ".";
    }

    /** Returns what is said beside what is lit. */
    public String caption() {
        Question question = explanation.question();
        String verb = explanation.holds().isEmpty() ? "lack" : "hold";
        String what = question instanceof Question.OfEntry entry
                ? format("what made %s %s %s", entry.at(), verb, entry.key())
                : "what the answer names";
        return format("%s is lit; %s dimmed", what, Counted.of((long) of - lit, "other"));
    }

    /** Returns the answer in a few sentences, for those who do not see it. */
    public String said() {
        List<String> parts = new ArrayList<>();
        parts.add(title);
        lines.forEach(line -> parts.add(line.time() + ": " + line.text()));
        parts.add(prospect.text());
        parts.add(prospect.rest());
        return String.join(" ", parts.stream().filter(part -> !part.isEmpty()).toList());
    }
}

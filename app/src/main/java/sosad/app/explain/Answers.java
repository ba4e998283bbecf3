package sosad.app.explain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers to questions that are not about an entry. */
final class Answers {
    private Answers() {}

    static Explanation of(
            RunStory story, Question question, Sentence outlook, List<Sentence> because, Collection<Integer> causes) {
        List<Sentence> merged = Sentence.merged(because);
        Set<Integer> events = new HashSet<>(causes);
        merged.forEach(sentence -> events.addAll(sentence.events()));
        return new Explanation(
                question,
                story.end(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true,
                outlook,
                merged,
                events,
                Set.copyOf(causes));
    }
}

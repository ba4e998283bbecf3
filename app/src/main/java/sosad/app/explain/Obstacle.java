package sosad.app.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import sosad.app.history.HistoryEvent;

/**
 * Something because of which a copy of an entry did not come.
 *
 * @param sentences what happened, in order
 * @param alternatives the sets of events each of which alone was enough
 */
record Obstacle(List<Sentence> sentences, List<Set<Integer>> alternatives) {
    private static final int MAX_SENTENCES = 5;

    Obstacle {
        sentences = List.copyOf(sentences);
        alternatives = List.copyOf(alternatives);
    }

    /** One that these events are, together. */
    static Obstacle of(List<Sentence> sentences, Set<Integer> causes) {
        return new Obstacle(sentences, List.of(Set.copyOf(causes)));
    }

    /** Two obstacles of the same causes are one, of which the first sentences are enough. */
    Obstacle and(Obstacle other) {
        Map<String, Sentence> all = new LinkedHashMap<>();
        Stream.concat(sentences.stream(), other.sentences.stream())
                .sorted(Comparator.comparingInt(sentence -> sentence.events().get(0)))
                .forEach(sentence -> all.putIfAbsent(sentence.text(), sentence));
        return new Obstacle(all.values().stream().limit(MAX_SENTENCES).toList(), alternatives);
    }

    /** The same where each of these events alone was enough, too. */
    Obstacle or(List<HistoryEvent> events) {
        List<Set<Integer>> all = new ArrayList<>(alternatives);
        events.forEach(event -> all.add(Set.of(event.id())));
        return new Obstacle(sentences, all);
    }

    /** Returns events that are enough for all of these obstacles, of which none can be spared for what there is. */
    static Set<Integer> causes(List<Obstacle> obstacles) {
        Set<Integer> causes = new LinkedHashSet<>();
        List<Obstacle> open = new ArrayList<>();
        for (Obstacle obstacle : obstacles) {
            if (obstacle.alternatives.size() == 1) {
                causes.addAll(obstacle.alternatives.get(0));
            } else {
                open.add(obstacle);
            }
        }
        for (Obstacle obstacle : open) {
            if (obstacle.alternatives.stream().noneMatch(causes::containsAll)) {
                causes.addAll(obstacle.alternatives.get(0));
            }
        }
        return causes;
    }
}

package sosad.app.explain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something because of which a copy of an entry did not come.
 *
 * @param sentences what happened, in order
 * @param causes the events without which the copy could have come
 */
record Obstacle(List<Sentence> sentences, Set<Integer> causes) {
    Obstacle {
        sentences = List.copyOf(sentences);
        causes = Set.copyOf(causes);
    }

    /** Two obstacles of the same causes are one. */
    Obstacle and(Obstacle other) {
        Set<Sentence> all = new LinkedHashSet<>();
        Stream.concat(sentences.stream(), other.sentences.stream()).forEach(all::add);
        return new Obstacle(List.copyOf(all), causes);
    }
}

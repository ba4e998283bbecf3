package sosad.app.history.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.app.diagram.RandomRun;
import sosad.app.history.History;
import sosad.app.history.MemoryRun;
import sosad.app.history.RunEvent;
import sosad.app.history.SampleHistory;
import sosad.protocol.Rules;

class EventSearchTest {
    private static List<String> found(History history, String text) {
        EventSearch search = new EventSearch(EventQuery.of(text));
        search.follow(history);
        while (search.search(3)) {
            // piece by piece
        }
        return search.hits().stream()
                .map(hit -> history.at(hit).what().getClass().getSimpleName())
                .toList();
    }

    private static History faults() {
        return new MemoryRun(Rules.DOCUMENT, "A", "B", "C")
                .step(2, null)
                .put("A", "waffle", "yoda")
                .put("B", "grace", "jack")
                .cut("A", "B")
                .push("A")
                .kill("C")
                .pause("B")
                .resume("B")
                .start("C")
                .mend()
                .finish()
                .history();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key:waffle | [Wrote, Sent, Sent, Delivered]",
                "key:GRACE | [Wrote]",
                "kind:crash | [Killed]",
                "kind:cut | [Cut]",
                "kind:mend | [Mended]",
                "kind:pause | [Paused]",
                "kind:write node:b | [Wrote]",
                "kind:lost | [Sent]",
                "kind:push node:C | [Sent, Delivered]",
                "node:C kind:start | [Started]",
                "jack | [Wrote]",
                "is PAUSED | [Paused]",
                "key: | []",
                "nothing-like-this | []"
            })
    void eventsAreFoundByTextKeyNodeAndKind(String query, String types) {
        assertThat(found(faults(), query.strip())).hasToString(types.strip());
    }

    @Property(tries = 60)
    void theHitsAreWhatAFilterFinds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int piece) {
        History history = RandomRun.of(seed).history();
        for (String text : List.of("kind:lost", "node:A", "waffle", "key:k kind:message", "kind:step")) {
            EventQuery query = EventQuery.of(text);
            EventSearch search = new EventSearch(query);
            search.follow(history.first(1 + history.size() / 2));
            search.search(piece);
            search.follow(history);
            while (search.search(piece)) {
                // piece by piece
            }
            assertThat(search.hits())
                    .isEqualTo(IntStream.range(0, history.size())
                            .filter(i -> query.matches(history.at(i).what()))
                            .boxed()
                            .toList());
        }
    }

    @Test
    void aSearchInAnotherHistoryBeginsAnew() {
        EventSearch search = new EventSearch(EventQuery.of("kind:write"));
        search.follow(SampleHistory.whole().history());
        search.search(1_000);
        History other = faults();
        search.follow(other);
        search.search(1_000);
        assertThat(search.hits()).allMatch(hit -> other.at(hit).what() instanceof RunEvent.Wrote);
        assertThat(search.hits()).hasSize(2);
    }
}

package sosad.app.export.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sosad.app.export.ExportedRuns;
import sosad.app.history.History;
import sosad.app.scenario.ScenarioReader;

/** The part of Mermaid's grammar that sequence diagrams of runs are written in. */
class MermaidDiagramTest {
    /** No sign that ends a line or begins a comment, and a sharp only before the number of a character. */
    private static final String TEXT = "(?:[^#;:%\\n<>{}\"]|#\\d+;)+";

    private static final Pattern LINE = Pattern.compile("    (?:participant \\w+(?: as \\w+)?"
            + "|Note over (\\w+)(?:,(\\w+))?: " + TEXT + "|(\\w+)(->>|-x|--\\))(\\w+): " + TEXT + ")");

    private static List<String> lines(History history) {
        String text = MermaidDiagram.text(history);
        assertThat(text).startsWith("sequenceDiagram\n").endsWith("\n");
        return text.lines().skip(1).toList();
    }

    @Test
    void everyLineIsOfTheGrammar() {
        ExportedRuns.all().forEach(history -> assertThat(lines(history))
                .allMatch(line -> LINE.matcher(line).matches()));
    }

    @Test
    void aLostMessageEndsInACrossAndOneUnderWayIsDashed() {
        assertThat(lines(ExportedRuns.lesson("sample")))
                .contains("    B-xA: push waffle@2, grace@2, now 1, prev 1, lost")
                .contains("    B->>C: push waffle@2, grace@2, now 1, prev 1");
        assertThat(lines(ExportedRuns.of(ScenarioReader.read(
                        "held.yaml",
                        "scenario: Held\ncluster: {nodes: [A, B]}\nsteps:\n  - do: [put: {at: A, key: k, value: v},"
                                + " push: {from: A, hold: [B]}]\n"))))
                .contains("    A--)B: push k@2, now 1, prev 1, held");
    }

    @Test
    void aNodeMayBeCalledByAWordOfTheLanguage() {
        assertThat(lines(ExportedRuns.of(ScenarioReader.read(
                        "words.yaml",
                        "scenario: Words\ncluster: {nodes: [A, end, Loop]}\nsteps:\n"
                                + "  - do: [put: {at: end, key: k, value: v}, push: {from: end, lose: [A]}]\n"))))
                .contains("    participant end_ as end", "    participant Loop_ as Loop")
                .contains("    Note over A,end_: T = 2")
                .contains("    end_-xA: push k@2, now 1, prev 1, lost");
    }

    @Test
    void whatWouldEndALineIsWrittenByItsNumber() {
        History history = ExportedRuns.of(ScenarioReader.read(
                "signs.yaml",
                "scenario: Signs\ncluster: {nodes: [A, B]}\nsteps:\n"
                        + "  - do: [put: {at: A, key: 'a;b#c', value: \"%% x: <end>\\n\"}]\n"));
        assertThat(lines(history))
                .contains("    Note over A: put a#59;b#35;c = #37;#37; x#58; #60;end#62;  @2")
                .allMatch(line -> LINE.matcher(line).matches());
    }
}

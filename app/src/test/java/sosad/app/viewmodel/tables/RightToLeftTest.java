package sosad.app.viewmodel.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sosad.app.history.MemoryRun;
import sosad.app.history.text.Isolated;
import sosad.app.history.text.Sentences;
import sosad.protocol.Rules;

/** A value that is written from right to left turns nothing that stands beside it. */
class RightToLeftTest {
    private static final String PEACE = "\u05e9\u05dc\u05d5\u05dd";

    private final MemoryRun run =
            new MemoryRun(Rules.DOCUMENT, "A", "B").step(6, null).put("A", "k", PEACE);

    /** The end reads from left to right, as the line does. */
    private static boolean endsUpright(String line) {
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
        return bidi.getLevelAt(line.length() - 1) == 0 && bidi.getLevelAt(line.length() - 2) == 0;
    }

    @Test
    void withoutIsolatesTheTimestampWouldStandBeforeTheValue() {
        assertThat(endsUpright(PEACE + "@6")).isFalse();
    }

    @Test
    void theTimestampInTheMatrixStandsAfterTheValue() {
        String cell = Matrix.of(run.present(), Optional.empty())
                .rows()
                .get(0)
                .cells()
                .get(0)
                .text();
        assertThat(cell).contains(PEACE).endsWith("@6");
        assertThat(endsUpright(cell)).isTrue();
    }

    @Test
    void theLogsSentenceIsolatesTheValue() {
        assertThat(run.get("A", "k").history().snapshots())
                .extracting(moment -> Sentences.of(moment.event().what()))
                .anySatisfy(sentence -> assertThat(sentence).contains(Isolated.of(PEACE)));
    }

    @Test
    void textsFromLeftToRightStayAsTheyAre() {
        assertThat(Isolated.of("yoda@2, naïve, 猫")).isEqualTo("yoda@2, naïve, 猫");
    }
}

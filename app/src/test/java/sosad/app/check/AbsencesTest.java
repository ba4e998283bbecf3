package sosad.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sosad.app.load.MissingWrite;
import sosad.model.NodeId;

/** Writes that no node holds, writes that some hold, and how many each node lacks are counted apart. */
class AbsencesTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private static MissingWrite missing(String key, long held, long since) {
        return new MissingWrite(A, key, 9, held, since);
    }

    @Test
    void whatNobodyHoldsIsToldFromWhatSomeHoldAndFromWhatWentWithItsStore() {
        MissingWrite lost = missing("lost", 0, 1);
        MissingWrite gone = missing("gone", 0, 2);
        MissingWrite partly = missing("partly", 0, 1);
        Absences absences = Absences.of(
                Map.of(A, List.of(lost, gone), B, List.of(lost, partly, gone)), write -> write.sinceNanos() > 1);
        assertThat(absences.lost()).containsExactly(lost);
        assertThat(absences.gone()).containsExactly(gone);
        assertThat(absences.partly()).containsExactly(partly);
        assertThat(absences.byNode()).isEqualTo(Map.of(A, 2, B, 3));
    }

    @Test
    void aWriteInWhosePlaceNodesHoldDifferentOlderOnesIsOneWrite() {
        MissingWrite newer = missing("k", 7, 1);
        Absences absences = Absences.of(Map.of(A, List.of(missing("k", 0, 1)), B, List.of(newer)), write -> false);
        assertThat(absences.lost()).containsExactly(newer);
        assertThat(absences.total()).isEqualTo(1);
    }
}

package sosad.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sosad.model.NodeId;

class ThinnedLogTest {
    private static Operation operation(int number, OperationOutcome outcome) {
        return new Operation(
                1, new NodeId("A"), OperationKind.READ, "k" + number % 7, 1, number, number + 1, outcome, 0);
    }

    @Test
    void ofTheOlderHalfEverySecondIsLeftOutAndTheNewerHalfIsWhole() {
        ThinnedLog log = new ThinnedLog(0, 100);
        for (int i = 0; i < 100; i++) {
            log.add(operation(i, OperationOutcome.OK));
        }

        log.thin();

        ThinnedLog.Kept kept = log.kept();
        assertThat(kept.size()).isEqualTo(75);
        assertThat(kept.added()).isEqualTo(100);
        assertThat(kept.leftOut()).isEqualTo(25);
        assertThat(kept.thinnedUntilNanos()).isEqualTo(50);
        assertThat(kept.log().get(1)).isEqualTo(operation(2, OperationOutcome.OK));
        assertThat(kept.log().get(25)).isEqualTo(operation(50, OperationOutcome.OK));
        assertThat(kept.log().get(74)).isEqualTo(operation(99, OperationOutcome.OK));
        log.thin();
        assertThat(log.kept()).isEqualTo(kept);
    }

    @Test
    void whatWentWrongStaysAsLongAsThereIsNotTooMuchOfIt() {
        ThinnedLog log = new ThinnedLog(0, 100);
        for (int i = 0; i < 100; i++) {
            log.add(operation(i, i % 5 == 0 ? OperationOutcome.REFUSED : OperationOutcome.OK));
        }
        log.thin();
        assertThat(log.kept().log().soFar())
                .filteredOn(operation -> operation.outcome() == OperationOutcome.REFUSED)
                .hasSize(20);

        ThinnedLog broken = new ThinnedLog(0, 100);
        for (int i = 0; i < 100; i++) {
            broken.add(operation(i, OperationOutcome.REFUSED));
        }
        broken.thin();
        assertThat(broken.kept().size()).isEqualTo(75);
    }

    @Test
    void itStaysBoundedHoweverMuchComesIn() {
        ThinnedLog log = new ThinnedLog(0, 1_000);
        for (int i = 0; i < 50_000; i++) {
            log.add(operation(i, OperationOutcome.OK));
            if (i % 10 == 0) {
                log.thin();
            }
        }
        assertThat(log.kept().size()).isLessThanOrEqualTo(1_010);
        assertThat(log.kept().added()).isEqualTo(50_000);
        assertThat(log.kept().leftOut() + log.kept().size()).isEqualTo(50_000);
    }
}

package sosad.app.diagram.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.app.testing.SampleOperations;
import sosad.model.NodeId;

class OperationDotsTest {
    static Operation read(String server, long sent, long completed, int staleBy) {
        return new Operation(
                1, new NodeId(server), OperationKind.READ, "k", 1, sent, completed, OperationOutcome.OK, staleBy);
    }

    @Test
    void dotsStandInTheOrderOfSendingHoweverTheyComeIn() {
        OperationLog log = new OperationLog();
        OperationDots dots = new OperationDots(log);
        log.add(read("A", 100, 150, 0));
        log.add(read("B", 300, 350, 0));
        dots.take(10);
        log.add(read("A", 50, 2_000, 0)); // a slow one
        log.add(read("B", 200, 2_100, 0));
        log.add(read("A", 400, 2_200, 0));
        dots.take(10);

        assertThat(IntStream.range(0, 5).mapToLong(dots::sentNanos)).containsExactly(50L, 100L, 200L, 300L, 400L);
        assertThat(IntStream.range(0, 5).map(dots::operation)).containsExactly(2, 0, 3, 1, 4);
        assertThat(IntStream.range(0, 5).map(operation -> dots.operation(dots.dotOf(operation))))
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(dots.firstFrom(201)).isEqualTo(3);
        assertThat(dots.endNanos()).isEqualTo(2_200);
    }

    @Test
    void takenInPartsTheyAreTheSameAsAtOnce() {
        OperationLog log = SampleOperations.log(3_000, 2);
        OperationDots whole = new OperationDots(log);
        whole.take(10_000);
        OperationDots parts = new OperationDots(log);
        int steps = 0;
        while (parts.take(97)) {
            steps++;
        }

        assertThat(steps).isGreaterThan(20);
        assertThat(parts.size()).isEqualTo(whole.size()).isEqualTo(log.size());
        for (int dot = 0; dot < whole.size(); dot++) {
            assertThat(parts.operation(dot)).isEqualTo(whole.operation(dot));
            assertThat(parts.kind(dot)).isEqualTo(whole.kind(dot));
        }
        for (DotKind kind : DotKind.values()) {
            assertThat(parts.count(kind)).isEqualTo(whole.count(kind));
        }
    }

    @Test
    void aReadThatIsJudgedLaterChangesItsKind() {
        OperationLog log = new OperationLog();
        log.add(read("A", 1, 2, Operation.NOT_JUDGED));
        OperationDots dots = new OperationDots(log);
        dots.take(10);
        assertThat(dots.isJudged()).isFalse();

        log.setStaleBy(0, 3);
        dots.take(10);

        assertThat(dots.kind(0)).isEqualTo(DotKind.STALE);
        assertThat(dots.depth(0)).isEqualTo(3);
        assertThat(dots.isJudged()).isTrue();
        assertThat(dots.count(DotKind.READ)).isZero();
        assertThat(dots.count(DotKind.STALE)).isOne();
    }

    @Test
    void everyOutcomeHasAKindOfItsOwn() {
        OperationLog log = new OperationLog();
        NodeId a = new NodeId("A");
        log.add(new Operation(1, a, OperationKind.WRITE, "k", 1, 1, 2, OperationOutcome.OK));
        log.add(new Operation(1, a, OperationKind.WRITE, "k", 2, 2, 3, OperationOutcome.REFUSED));
        log.add(new Operation(1, a, OperationKind.READ, "k", 0, 3, 4, OperationOutcome.UNANSWERED));
        log.add(new Operation(1, a, OperationKind.READ, "k", Operation.FOREIGN, 4, 5, OperationOutcome.OK));
        log.add(read("A", 5, 6, 0));
        OperationDots dots = new OperationDots(log);
        dots.take(10);

        assertThat(IntStream.range(0, 5).mapToObj(dots::kind))
                .containsExactly(DotKind.WRITE, DotKind.REFUSED, DotKind.UNANSWERED, DotKind.FOREIGN, DotKind.READ);
    }
}

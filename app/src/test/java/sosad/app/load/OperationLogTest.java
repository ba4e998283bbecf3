package sosad.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sosad.model.NodeId;

class OperationLogTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private final OperationLog log = new OperationLog();

    private static Operation operation(int i) {
        return new Operation(
                i % 7,
                i % 2 == 0 ? A : B,
                OperationKind.values()[i % 3],
                "k" + i % 11,
                i,
                i,
                2L * i,
                OperationOutcome.values()[i / 3 % 3],
                i % 5 - 1);
    }

    @Test
    void returnsWhatWasAddedInTheOrderOfAdding() {
        int more = 3 * OperationChunk.SIZE + 1;
        List<Operation> added =
                IntStream.range(0, more).mapToObj(OperationLogTest::operation).toList();
        added.forEach(log::add);
        assertThat(log.soFar()).isEqualTo(added);
        assertThat(log.servers()).containsExactly(A, B);
    }

    @Test
    void theListOfOperationsSoFarDoesNotGrow() {
        log.add(operation(0));
        List<Operation> soFar = log.soFar();
        log.add(operation(1));
        assertThat(soFar).containsExactly(operation(0));
        assertThatThrownBy(() -> soFar.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aJudgementMayComeLater() {
        int read =
                log.add(0, log.internServer(A), OperationKind.READ, log.internKey("k"), 3, 1, 2, OperationOutcome.OK);
        assertThat(log.staleBy(read)).isEqualTo(Operation.NOT_JUDGED);
        log.setStaleBy(read, 2);
        assertThat(log.get(read).staleBy()).isEqualTo(2);
    }

    @Test
    void anOperationTakesAtMostFortyBytes() {
        assertThat(OperationChunk.BYTES_PER_OPERATION).isLessThanOrEqualTo(40);
    }

    @Test
    void whatIsReadWhileManyThreadsAddIsComplete() throws InterruptedException {
        int threads = 4;
        int each = OperationChunk.SIZE;
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> adding = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            adding.add(new Thread(() -> {
                await(begin);
                IntStream.range(0, each).forEach(i -> log.add(operation(thread * each + i)));
            }));
        }
        adding.forEach(Thread::start);
        begin.countDown();
        boolean[] seen = new boolean[threads * each];
        for (int i = 0; i < seen.length; ) {
            for (; i < log.size(); i++) {
                Operation read = log.get(i);
                assertThat(read).isEqualTo(operation((int) read.version()));
                seen[(int) read.version()] = true;
            }
        }
        for (Thread thread : adding) {
            thread.join();
        }
        assertThat(seen).doesNotContain(false);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package sosad.app.check.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;

class LoggedHistoryTest {
    @Test
    void aLogIsJudgedAsItHappenedWhateverTheOrderInIt() {
        RandomHistory history = new RandomHistory(11, 3, 5, 40, false, false);
        history.known.clear();
        List<Integer> staleBy = new ArrayList<>();
        ConsistencyReport expected =
                history.checked(history.operations, staleBy).report();
        OperationLog log = new OperationLog();
        List<Operation> late = new ArrayList<>(history.operations);
        late.add(30, late.remove(20)); // a thread was held back
        late.forEach(log::add);
        ConsistencyReport report = LoggedHistory.judge(log, history.stores);
        assertThat(report.counts()).isEqualTo(expected.counts());
        assertThat(report.stale()).isPositive();
        for (int i = 0; i < log.size(); i++) {
            Operation one = log.get(i);
            if (one.kind() == OperationKind.READ) {
                assertThat(one.staleBy()).isEqualTo(staleBy.get(history.operations.indexOf(late.get(i))));
            }
        }
    }
}

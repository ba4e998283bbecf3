package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

class TrafficRuleTest {
    private static Optional<NodeId> node(String name) {
        return Optional.ofNullable(name).map(NodeId::new);
    }

    @ParameterizedTest
    @CsvSource({
        "HOLD, , A, , 1, 0, hold everything to A",
        "LOSE, B, C, , 2, 0, lose every second message on B → C",
        "CORRUPT, B, , PUSH, 1, 0, corrupt every push from B",
        "DUPLICATE, , , HELLO, 3, 0, duplicate every third hello",
        "DELAY, , , , 1, 1, delay everything by 1 step",
        "DELAY, A, B, SYNC, 4, 12, delay every 4th sync on A → B by 12 steps",
        "LOSE, , , , 11, 0, lose every 11th message",
        "LOSE, , , , 21, 0, lose every 21st message",
        "LOSE, , , , 112, 0, lose every 112th message",
        "LOSE, , , , 1000, 0, lose every 1000th message"
    })
    void aRuleReadsAsASentence(
            Treatment treatment, String from, String to, FrameKind kind, int every, int steps, String words) {
        assertThat(new TrafficRule(node(from), node(to), Optional.ofNullable(kind), every, treatment, steps))
                .hasToString(words);
    }

    @ParameterizedTest
    @CsvSource({
        "HOLD, A, A, 1, 0, A sends nothing to itself",
        "HOLD, , , 0, 0, every is 0; it must be from 1 to 1000",
        "HOLD, , , 1, 1, steps is 1; it must be from 0 to 0",
        "DELAY, , , 1, 100, steps is 100; it must be from 1 to 99"
    })
    void whatIsOutOfRangeIsRefused(Treatment treatment, String from, String to, int every, int steps, String message) {
        assertThatThrownBy(() -> new TrafficRule(node(from), node(to), Optional.empty(), every, treatment, steps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}

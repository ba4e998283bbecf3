package sosad.app.fault.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.yaml.YamlFileException;
import sosad.model.Link;
import sosad.model.NodeId;

@Tag("locale")
class FaultLineTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Members MEMBERS = new Members(List.of(A, B, new NodeId("C")), List.of());

    static List<String> kindsOfLinks() {
        return FaultLine.kindsOfLinks();
    }

    static List<String> kindsOfProcesses() {
        return FaultLine.kindsOfProcesses();
    }

    @ParameterizedTest
    @MethodSource("kindsOfLinks")
    void everyKindOfLinksCanBeDoneAsItsExampleSays(String kind) {
        List<Fault> faults =
                new FaultLine("{from: A, to: B}", kind, FaultLine.example(kind).orElse("")).faults(MEMBERS, 1);
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).kind()).isEqualTo(kind);
        assertThat(((Fault.OnLinks) faults.get(0)).links()).containsExactly(new Link(A, B));
    }

    @ParameterizedTest
    @MethodSource("kindsOfProcesses")
    void everyKindOfProcessesCanBeDoneAsItsExampleSays(String kind) {
        assertThat(new FaultLine("B", kind, FaultLine.example(kind).orElse("")).faults(MEMBERS, 1))
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    @Test
    void whatIsLeftToChanceFollowsFromTheSeed() {
        FaultLine line = new FaultLine("one link", "loss", "5 %");
        assertThat(line.faults(MEMBERS, 3)).isEqualTo(line.faults(MEMBERS, 3));
        assertThat(((Fault.OnLinks) line.faults(MEMBERS, 3).get(0)).what()).isEqualTo(new LinkFault.Loss(0.05));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "much", "-5 %", "101 %", "20 %\"}\n  - at: 0 s\n    pick: B\n    do: kill #", "\\", "\u0000"
            })
    void anAmountThatIsNoneIsRefusedWhateverItHolds(String value) {
        assertThatThrownBy(() -> new FaultLine("all links", "loss", value).faults(MEMBERS, 1))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContaining("loss");
    }
}

package sosad.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.fault.Fault.FaultSpec;

@Tag("locale")
class FaultKindsTest {
    static List<FaultKind<?>> kinds() {
        return FaultKinds.all();
    }

    @Test
    void everyRecordOfAFaultIsInTheCatalogueOnce() {
        List<Class<?>> records = Stream.of(FaultSpec.class.getPermittedSubclasses())
                .<Class<?>>flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .toList();
        assertThat(kinds().stream().<Class<?>>map(FaultKind::spec)).containsExactlyInAnyOrderElementsOf(records);
        assertThat(kinds()).extracting(FaultKind::name).doesNotHaveDuplicates();
        assertThat(FaultKinds.toxicsFirst())
                .containsExactlyInAnyOrderElementsOf(kinds())
                .extracting(FaultKind::type)
                .doesNotHaveDuplicates();
    }

    @Test
    void aCutIsNoToxic() {
        assertThat(FaultKinds.toxics())
                .extracting(FaultKind::type)
                .startsWith("latency", "bandwidth", "slow_close", "reset_peer")
                .contains("loss")
                .doesNotContain("cut", "kill");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFaultIsTheSameFromItsTextAndFromItsArguments(FaultKind<?> kind) {
        FaultSpec fault = kind.parse(kind.example().orElse(""));
        assertThat(fault).isInstanceOf(kind.spec());
        assertThat(fault.kind()).isSameAs(kind);
        assertThat(fault.words()).isNotBlank();
        assertThat(kind.parse(kind.text(fault))).isEqualTo(fault);
        assertThat(kind.make(kind.arguments(fault))).isEqualTo(fault);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theBoundsOfItsNumbersAreThoseOfTheFault(FaultKind<?> kind) {
        if (kind.parameters().size() == 1 && kind.parameters().get(0) instanceof Parameter.Amount amount) {
            assertThat(kind.parse(amount.quantity().text(amount.min()))).isInstanceOf(kind.spec());
            assertThat(kind.parse(amount.quantity().text(amount.max()))).isInstanceOf(kind.spec());
            assertThatThrownBy(() -> kind.parse(amount.quantity().text(amount.min() - 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("from");
            assertThatThrownBy(() -> kind.parse(amount.quantity().text(amount.max() + 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("from");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "much", "-5 %", "101 %", "20 %\"}\n  - at: 0 s\n    pick: B\n    do: kill #", "\\", "\u0000"
            })
    void anAmountThatIsNoneIsRefusedWhateverItHolds(String value) {
        assertThatThrownBy(() -> LinkFault.Loss.KIND.parse(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loss");
    }
}

package sosad.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.fault.Trouble;

@Tag("locale")
class TroubleFormsTest {
    @Test
    void everyKindOfTroubleHasOneFormAndOneType() {
        List<Class<?>> kinds = Stream.of(Trouble.class.getPermittedSubclasses())
                .<Class<?>>flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .toList();
        List<Class<?>> forms = TroubleForms.types().stream()
                .<Class<?>>map(type -> TroubleForms.ofType(type).kind())
                .toList();
        assertThat(forms).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(TroubleForms.toxics()).doesNotContain("cut", "kill").contains("latency", "reset_peer");
    }
}

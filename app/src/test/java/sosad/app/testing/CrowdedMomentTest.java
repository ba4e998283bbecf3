package sosad.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdedMomentTest {
    @Test
    void theSampleIsFullestWhenAllFiveMessagesOfItsLastStepAreInFlight() {
        assertThat(CrowdedMoment.of(Scenarios.sample())).isEqualTo(new CrowdedMoment(4, 0));
    }
}

package sosad.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveTimelinePainterTest {
    @Test
    void lanesOfOneTo30ProcessesLeaveRoomForTheCurves() {
        for (double height : new double[] {90, 106, 160, 250, 500}) {
            for (int lanes = 1; lanes <= 30; lanes++) {
                double step = LiveTimelinePainter.laneStep(height, lanes);
                assertThat(step * lanes).as("%d lanes", lanes).isLessThanOrEqualTo(0.6 * height + 1e-9);
                assertThat(step).isPositive();
            }
        }
        assertThat(LiveTimelinePainter.laneStep(106, 3)).isGreaterThan(14); // names below each other
    }
}

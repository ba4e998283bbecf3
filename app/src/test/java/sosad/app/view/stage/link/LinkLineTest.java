package sosad.app.view.stage.link;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.shape.QuadCurve;
import org.junit.jupiter.api.Test;
import sosad.app.testing.OnFx;
import sosad.app.testing.Scenarios;
import sosad.model.Link;

class LinkLineTest {
    @Test
    void aLineThatHasNoStyleYetIsNoBlackArc() {
        LinkLine line = OnFx.get(() -> new LinkLine(new Link(Scenarios.A, Scenarios.B), () -> {}));

        assertThat(line.getChildren().filtered(QuadCurve.class::isInstance))
                .hasSize(4)
                .allMatch(curve -> ((QuadCurve) curve).getFill() == null && ((QuadCurve) curve).getStroke() == null);
    }
}

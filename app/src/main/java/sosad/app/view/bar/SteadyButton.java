package sosad.app.view.bar;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

/** A button as wide as the widest of the texts that it takes on, so that what stands beside it does not move. */
final class SteadyButton extends Button {
    private final Gauge gauge;

    SteadyButton(List<String> texts) {
        gauge = new Gauge(texts);
        setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected double computePrefWidth(double height) {
        if (getContentDisplay() == ContentDisplay.GRAPHIC_ONLY || getGraphic() == null) {
            return super.computePrefWidth(height);
        }
        double face = getGraphic().prefWidth(-1) + getGraphicTextGap() + gauge.width(getFont());
        return Math.ceil(snappedLeftInset() + face + snappedRightInset());
    }
}

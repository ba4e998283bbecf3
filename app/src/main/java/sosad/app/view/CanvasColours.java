package sosad.app.view;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import sosad.model.NodeId;

/**
 * The theme's colours for a canvas. Each is worn by an invisible shape that the stylesheets colour, so that a change of
 * theme is noticed.
 */
public final class CanvasColours extends Group {
    private final Map<String, Circle> swatches = new HashMap<>();
    private final Map<NodeId, String> lookups = new HashMap<>();
    private final Runnable changed;

    /** @param changed called when a colour has changed */
    public CanvasColours(Runnable changed) {
        this.changed = changed;
        setManaged(false);
        setMouseTransparent(true);
        setOpacity(0);
    }

    /** The colour {@code -sosad-name}. */
    public Color of(String name) {
        return lookedUp("-sosad-" + name);
    }

    /** The colour of a node. */
    public Color of(NodeId node) {
        return lookedUp(lookups.computeIfAbsent(node, NodeColours::lookup));
    }

    private Color lookedUp(String lookup) {
        Circle swatch = swatches.get(lookup);
        if (swatch == null) {
            swatch = new Circle(1);
            swatch.setStyle("-fx-fill: " + lookup + ";");
            swatches.put(lookup, swatch);
            getChildren().add(swatch);
            swatch.applyCss();
            swatch.fillProperty().addListener((property, old, now) -> changed.run());
        }
        return swatch.getFill() instanceof Color colour ? colour : Color.GRAY;
    }
}

package sosad.app.view.stage;

import java.util.List;
import javafx.scene.control.Label;
import sosad.app.diagram.Box;
import sosad.app.diagram.Point;

/** What was asked for through a gateway, on the request's way. */
final class RequestKey extends Label {
    private static final int MOST_KEYS = 2;
    private static final double CHARACTER = 6.6;
    private static final double HEIGHT = 16;

    private final double unit;

    RequestKey(List<String> keys, double unit) {
        super(
                keys.size() <= MOST_KEYS
                        ? String.join(", ", keys)
                        : "%s, +%d"
                                .formatted(
                                        String.join(", ", keys.subList(0, MOST_KEYS - 1)),
                                        keys.size() - MOST_KEYS + 1));
        this.unit = unit;
        getStyleClass().add("stage-request-key");
        setMouseTransparent(true);
    }

    /** The room it takes around a point: by its text, for a label is only measured once it stands in a scene. */
    Box around(Point centre) {
        return Box.around(centre, (getText().length() * CHARACTER + 8) * unit, HEIGHT * unit);
    }

    void place(Point centre) {
        Box box = around(centre);
        resizeRelocate(Math.rint(box.x()), Math.rint(box.y()), box.width(), box.height());
    }
}

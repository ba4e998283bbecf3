package sosad.app.view.stage.link;

import java.util.List;
import javafx.scene.control.Label;
import sosad.app.diagram.Box;
import sosad.app.diagram.Point;

/** The keys of requests through a gateway, on their way, a line for each. */
public final class RequestKey extends Label {
    private static final int MAX_KEYS = 2;
    private static final double CHARACTER = 7.9;
    private static final double LINE = 16;

    private final double unit;

    public RequestKey(List<String> keys, double unit) {
        super(String.join("\n", keys.subList(0, Math.min(keys.size(), MAX_KEYS)))
                + (keys.size() > MAX_KEYS ? " +" + (keys.size() - MAX_KEYS) : ""));
        this.unit = unit;
        getStyleClass().add("stage-request-key");
        setMouseTransparent(true);
    }

    /** The room it takes around a point: by its text, for a label is only measured once it stands in a scene. */
    public Box around(Point centre) {
        int widest = getText().lines().mapToInt(String::length).max().orElse(0);
        long lines = getText().lines().count();
        Box box = Box.around(centre, Math.ceil((widest * CHARACTER + 8) * unit), Math.ceil((lines * LINE + 3) * unit));
        return box.moved(Math.rint(box.x()) - box.x(), Math.rint(box.y()) - box.y());
    }

    public void place(Point centre) {
        Box box = around(centre);
        resizeRelocate(box.x(), box.y(), box.width(), box.height());
    }
}

package sosad.app.view.stage.link;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.diagram.Point;
import sosad.app.view.Controls;

/** One part of a client's request on its way through a gateway: a thin line with a head. */
public final class RequestLine extends Group {
    private static final double HEAD = 7;

    public RequestLine(Point from, Point to, double unit) {
        getStyleClass().add("stage-request");
        setMouseTransparent(true);
        Line line = new Line(from.x(), from.y(), to.x(), to.y());
        line.getStyleClass().add("way");
        double length = Math.max(1, from.distance(to));
        Point back = to.towards(from, Math.min(1, HEAD * unit / length));
        double across = 0.45;
        double dx = (to.y() - back.y()) * across;
        double dy = (back.x() - to.x()) * across;
        Polygon head = new Polygon(to.x(), to.y(), back.x() + dx, back.y() + dy, back.x() - dx, back.y() - dy);
        head.getStyleClass().add("head");
        getChildren().addAll(line, head);
    }

    /** The client, around a point. */
    public static Node client(Point centre, double unit) {
        FontIcon icon = FontIcon.of(Feather.USER);
        Controls.size(icon, 16 * unit);
        icon.getStyleClass().add("stage-client");
        icon.setAccessibleText("Client");
        icon.setMouseTransparent(true);
        icon.relocate(centre.x() - 8 * unit, centre.y() - 8 * unit);
        return icon;
    }
}

package sosad.app.view.stage.link;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurve;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Translate;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Point;
import sosad.app.view.Controls;

/** One part of a client's request on its way through a gateway: a thin dotted line with a head. */
public final class RequestLine extends Group {
    private static final double HEAD = 7;

    public RequestLine(Curve way, double unit) {
        getStyleClass().add("stage-request");
        setMouseTransparent(true);
        QuadCurve line = new QuadCurve(
                way.start().x(),
                way.start().y(),
                way.control().x(),
                way.control().y(),
                way.end().x(),
                way.end().y());
        line.setFill(null);
        line.getStyleClass().add("way");
        double length = HEAD * unit;
        Polygon head = new Polygon(0, 0, -length, 0.45 * length, -length, -0.45 * length);
        head.getTransforms().setAll(new Translate(way.end().x(), way.end().y()), new Rotate(way.degreesAt(1)));
        head.getStyleClass().add("head");
        getChildren().addAll(line, head);
    }

    /** A line without a bow. */
    public static RequestLine straight(Point from, Point to, double unit) {
        return new RequestLine(new Curve(from, from.towards(to, 0.5), to), unit);
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

package sosad.app.view.plot;

import static sosad.model.PlainFormat.format;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import sosad.app.diagram.plot.DotKind;
import sosad.app.diagram.plot.OperationDots;
import sosad.app.view.Controls;

/** Which shape and colour stands for what in the operation plot, and how often each is there. */
final class DotLegend extends FlowPane {
    private final Map<DotKind, Label> labels = new EnumMap<>(DotKind.class);

    DotLegend() {
        getStyleClass().add("dot-legend");
        setAlignment(Pos.CENTER_LEFT);
        for (DotKind kind : DotKind.values()) {
            Label label = Controls.fixedLabel("", "muted");
            label.setGraphic(symbol(kind));
            labels.put(kind, label);
            getChildren().add(label);
        }
        getChildren().add(Controls.fixedLabel("height: latency, log scale", "muted"));
    }

    /** Shows the counts; what never happened and is not expected is left out. */
    void show(OperationDots dots) {
        labels.forEach((kind, label) -> {
            boolean isUsual = kind == DotKind.READ || kind == DotKind.WRITE;
            Controls.show(label, isUsual || dots.count(kind) > 0);
            String count = dots.count(kind) > 0 ? format("%,d ", dots.count(kind)) : "";
            label.setText(count + word(kind, dots.isJudged()));
        });
    }

    /** Returns what a dot of this kind says. */
    static String word(DotKind kind, boolean isJudged) {
        return switch (kind) {
            case READ -> isJudged ? "fresh" : "read";
            case WRITE -> "written";
            case STALE -> "stale, the deeper the more versions";
            case FOREIGN -> "read what nobody wrote";
            case REFUSED -> "refused";
            case UNANSWERED -> "unanswered";
        };
    }

    private static Node symbol(DotKind kind) {
        return switch (kind) {
            case READ -> styled(new Circle(4), "plot-read");
            case WRITE -> styled(new Rectangle(7, 7), "plot-write");
            case STALE -> styled(new Polygon(0, 8, 9, 8, 4.5, 0), "plot-stale");
            case FOREIGN -> styled(new Polygon(5, 0, 10, 5, 5, 10, 0, 5), "plot-wrong");
            case REFUSED -> styled(new Polygon(5, 0, 10, 5, 5, 10, 0, 5), "plot-wrong-line");
            case UNANSWERED ->
                new Group(
                        styled(new Line(0, 0, 8, 8), "plot-wrong-line"),
                        styled(new Line(0, 8, 8, 0), "plot-wrong-line"));
        };
    }

    private static Shape styled(Shape shape, String style) {
        shape.getStyleClass().add(style);
        return shape;
    }
}

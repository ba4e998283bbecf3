package sosad.app.view.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.shape.QuadCurve;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.diagram.Box;
import sosad.app.diagram.BoxPlacer;
import sosad.app.diagram.BoxPlacer.Place;
import sosad.app.diagram.BoxPlacer.Wish;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Point;
import sosad.app.view.Controls;
import sosad.app.view.Layer;
import sosad.app.view.LazyTooltip;
import sosad.app.viewmodel.explain.Lighting.LostOnItsWay;
import sosad.model.Link;

/** Messages that were lost earlier and are lit now: each on its way as far as it got, with what it carried. */
final class LostLayer extends Layer {
    private static final double MIDDLE = 0.5;
    private static final double ICON = 16;
    private static final double CROSS = 18;

    /** How far beside the cross the words are looked for room, in their own heights. */
    private static final List<Double> AWAY = List.of(1.2, -1.2, 1.8, -1.8, 2.6, -2.6, 3.6, -3.6);

    /** Where along their own width the words stand over or under the cross. */
    private static final List<Double> ALONG = List.of(0.5, 0.7, 0.3, 0.85, 0.15, 1.0, 0.0);

    private record Mark(LostOnItsWay lost, QuadCurve way, Label cross, Label words) {}

    private final List<Mark> marks = new ArrayList<>();
    private List<LostOnItsWay> shown = List.of();

    /** Shows these and no others. */
    void show(List<LostOnItsWay> all) {
        if (all.equals(shown)) {
            return;
        }
        shown = List.copyOf(all);
        marks.clear();
        getChildren().clear();
        for (LostOnItsWay lost : shown) {
            QuadCurve way = new QuadCurve();
            way.getStyleClass().add("lost-way");
            way.setFill(null);
            way.setMouseTransparent(true);
            Label cross = new Label(null, FontIcon.of(Feather.X));
            cross.getStyleClass().add("lost-cross");
            cross.setAccessibleText(lost.words());
            LazyTooltip.of(cross).setText(lost.words());
            Label words = Controls.fixedLabel(lost.words(), "lost-words");
            marks.add(new Mark(lost, way, cross, words));
            getChildren().addAll(way, cross, words);
        }
    }

    /**
     * Places them on their links: the crosses where there is room, and the words beside them, if there is room for
     * those, too.
     *
     * @param taken what nothing may cover
     */
    void place(Map<Link, Curve> ways, Box space, List<Box> taken, double unit) {
        List<Box> covered = new ArrayList<>(taken);
        for (Mark mark : marks) {
            Curve way = ways.get(mark.lost().link());
            List.of(mark.way(), mark.cross(), mark.words()).forEach(part -> part.setVisible(way != null));
            if (way != null) {
                Wish wish = new Wish(mark.lost().message(), way, MIDDLE, CROSS * unit, CROSS * unit);
                Place place =
                        BoxPlacer.place(List.of(wish), space, covered, Map.of()).get(wish.id());
                trace(mark.way(), way.part(0, place.t()));
                Controls.size((FontIcon) mark.cross().getGraphic(), ICON * unit);
                put(mark.cross(), place.box());
                covered.add(place.box());
                mark.words().applyCss();
                Optional<Box> beside = beside(place.box().centre(), mark.words(), space, covered);
                mark.words().setVisible(beside.isPresent());
                beside.ifPresent(box -> {
                    put(mark.words(), box);
                    covered.add(box);
                });
            }
        }
    }

    private static Optional<Box> beside(Point cross, Label words, Box space, List<Box> covered) {
        double width = Math.ceil(words.prefWidth(-1));
        double height = Math.ceil(words.prefHeight(-1));
        return AWAY.stream()
                .flatMap(away -> ALONG.stream()
                        .map(along -> new Box(
                                Math.rint(cross.x() - width * along),
                                Math.rint(cross.y() - height * away - height / 2),
                                width,
                                height)))
                .filter(box -> box.outside(space) == 0 && covered.stream().allMatch(other -> other.overlap(box) == 0))
                .findFirst();
    }

    private static void put(Label label, Box box) {
        label.resizeRelocate(box.x(), box.y(), box.width(), box.height());
    }

    private static void trace(QuadCurve shape, Curve way) {
        shape.setStartX(way.start().x());
        shape.setStartY(way.start().y());
        shape.setControlX(way.control().x());
        shape.setControlY(way.control().y());
        shape.setEndX(way.end().x());
        shape.setEndY(way.end().y());
    }
}

package sosad.app.view.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.shape.QuadCurve;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.diagram.Box;
import sosad.app.diagram.BoxPlacer;
import sosad.app.diagram.BoxPlacer.Place;
import sosad.app.diagram.BoxPlacer.Wish;
import sosad.app.diagram.Curve;
import sosad.app.view.Controls;
import sosad.app.view.Layer;
import sosad.app.view.LazyTooltip;
import sosad.app.viewmodel.explain.Lighting.LostOnItsWay;
import sosad.model.Link;

/** Messages that were lost earlier and are lit now: each on its way as far as it got, with what it carried. */
final class LostLayer extends Layer {
    private static final double MIDDLE = 0.5;
    private static final double ICON = 14;

    private record Mark(LostOnItsWay lost, QuadCurve way, Label words) {}

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
            Label words = Controls.fixedLabel(lost.words(), "lost-words");
            words.setGraphic(FontIcon.of(Feather.X));
            LazyTooltip.of(words).setText(lost.words());
            words.setAccessibleText(lost.words());
            marks.add(new Mark(lost, way, words));
            getChildren().addAll(way, words);
        }
    }

    /**
     * Places them on their links, clear of {@code taken} if there is room; where there is none, only the cross stays.
     */
    void place(Map<Link, Curve> ways, Box space, List<Box> taken, double unit) {
        for (boolean inFull : List.of(true, false)) {
            Map<Long, Wish> wishes = new HashMap<>();
            for (Mark mark : marks) {
                mark.words().setText(inFull ? mark.lost().words() : "");
                Controls.size((FontIcon) mark.words().getGraphic(), ICON * unit);
                mark.words().applyCss();
                Curve way = ways.get(mark.lost().link());
                if (way != null) {
                    double width = Math.ceil(mark.words().prefWidth(-1));
                    double height = Math.ceil(mark.words().prefHeight(-1));
                    wishes.put(mark.lost().message(), new Wish(mark.lost().message(), way, MIDDLE, width, height));
                }
            }
            Map<Long, Place> places = BoxPlacer.place(List.copyOf(wishes.values()), space, taken, Map.of());
            if (!inFull || BoxPlacer.trouble(places, space, taken) == 0) {
                marks.forEach(mark -> put(mark, wishes.get(mark.lost().message()), places));
                return;
            }
        }
    }

    private static void put(Mark mark, Wish wish, Map<Long, Place> places) {
        mark.way().setVisible(wish != null);
        mark.words().setVisible(wish != null);
        if (wish != null) {
            Place place = places.get(wish.id());
            Curve gone = wish.way().part(0, place.t());
            mark.way().setStartX(gone.start().x());
            mark.way().setStartY(gone.start().y());
            mark.way().setControlX(gone.control().x());
            mark.way().setControlY(gone.control().y());
            mark.way().setEndX(gone.end().x());
            mark.way().setEndY(gone.end().y());
            Box box = place.box();
            mark.words().resizeRelocate(box.x(), box.y(), box.width(), box.height());
        }
    }
}

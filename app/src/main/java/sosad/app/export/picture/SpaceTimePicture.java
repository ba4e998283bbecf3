package sosad.app.export.picture;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sosad.app.diagram.Box;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Column;
import sosad.app.diagram.SpaceTime.Course;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.diagram.SpaceTime.Lane;
import sosad.app.diagram.SpaceTime.Life;
import sosad.app.diagram.SpaceTime.Mark;
import sosad.app.diagram.SpaceTime.Stretch;
import sosad.app.diagram.SpaceTimeLayout;
import sosad.app.export.picture.Picture.Align;
import sosad.app.export.picture.Picture.Colour;
import sosad.app.history.History;

/** The whole of a history's space-time diagram as a picture, drawn as the window draws it. */
public final class SpaceTimePicture {
    private static final double AROUND_LANES = 96;
    private static final double LANE_GAP = 62;
    private static final double NAME_INDENT = 10;
    private static final double BADGE_RADIUS = 12;
    private static final double BADGE_X = 20;

    private final SpaceTime diagram;
    private final PictureColours colours;
    private final Sketch sketch = new Sketch();
    private final MarkSigns marks;

    private SpaceTimePicture(SpaceTime diagram, PictureColours colours) {
        this.diagram = diagram;
        this.colours = colours;
        this.marks = new MarkSigns(sketch, colours);
    }

    /** Returns the diagram of all that has happened in a history. */
    public static Picture of(String title, History history, PictureColours colours) {
        int nodes = history.at(0).nodes().size();
        SpaceTime diagram = SpaceTimeLayout.of(history, List.of(), 0, AROUND_LANES + LANE_GAP * (nodes - 1));
        return new SpaceTimePicture(diagram, colours).picture(title);
    }

    private Picture picture(String title) {
        diagram.columns().forEach(this::column);
        diagram.lanes().forEach(this::lane);
        diagram.arrows().forEach(this::arrow);
        Set<List<Object>> ticked = new HashSet<>();
        for (Event event : diagram.events()) {
            if (event.mark() != Mark.MET || ticked.add(List.of(event.x(), event.y(), event.unscripted()))) {
                marks.draw(event);
            }
        }
        diagram.labels().forEach(this::label);
        diagram.lanes().forEach(this::badge);
        return sketch.picture(title, diagram.width() + 8, diagram.height() + 8, colours.of("pane"));
    }

    private void column(Column column) {
        if (column.x() > diagram.direction().head()) {
            double x = Math.rint(column.x()) + 0.5;
            sketch.line(colours.of("line").fainter(0.7), 1, x, 22, x, diagram.axisY() + 7);
        }
        sketch.sans(colours.of("muted"), "T=" + column.time(), column.x() + NAME_INDENT, diagram.axisY());
    }

    private void lane(Lane lane) {
        sketch.line(colours.of("line"), 1.5, diagram.present(), lane.y(), diagram.width() - 8, lane.y());
        for (Stretch stretch : lane.stretches()) {
            double from = stretch.from();
            double to = stretch.to();
            switch (stretch.life()) {
                case UP -> sketch.line(colours.of(lane.node()), 2, from, lane.y(), to, lane.y());
                case DEAD -> sketch.line(colours.of("dead"), 1.5, from, lane.y(), to, lane.y(), 4, 4);
                case PAUSED -> sketch.line(colours.of("held"), 1.5, from, lane.y(), to, lane.y(), 9, 4);
            }
        }
    }

    private void arrow(Arrow arrow) {
        Colour colour =
                switch (arrow.course()) {
                    case LOST -> colours.of("lost");
                    case PARKED -> colours.of("held");
                    case DELIVERED, IN_FLIGHT -> colours.of(arrow.from());
                };
        double width = arrow.isInquiry() ? 0.8 : 1.6;
        for (int i = 1; i < arrow.way().size(); i++) {
            Point a = arrow.way().get(i - 1);
            Point b = arrow.way().get(i);
            if (arrow.course() == Course.LOST) {
                sketch.line(colour, width, a.x(), a.y(), b.x(), b.y(), 5, 4);
            } else if (a.y() == b.y()) {
                sketch.line(colours.of("held"), 1.6, a.x(), a.y(), b.x(), b.y(), 2, 4);
            } else {
                sketch.line(colour, width, a.x(), a.y(), b.x(), b.y());
            }
        }
        marks.end(arrow);
    }

    private void label(Label label) {
        Box box = label.box();
        Colour colour =
                switch (label.tone()) {
                    case PLAIN -> colours.of("text");
                    case QUIET -> colours.of("muted");
                    case LOST -> colours.of("lost");
                    case PARKED -> colours.of("held");
                };
        // Arrows that pass behind a text stop for it.
        sketch.ground(
                colours.of("pane").fainter(0.92),
                new Box(box.x() - 1, box.y() + 2, box.width() + 2, box.height() - 4),
                0);
        sketch.mono(colour, label.text(), box.x(), box.centre().y());
    }

    private void badge(Lane lane) {
        Life life = lane.stretches().get(lane.stretches().size() - 1).life();
        marks.badge(lane.node(), life, new Point(BADGE_X, lane.y()), BADGE_RADIUS, Align.CENTRE);
    }
}

package sosad.app.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.explain.healing.HealingBand;
import sosad.app.explain.healing.HealingStretch;

/** A healing band beside a diagram: each stretch from its first event to the next stretch. */
public record HealingPieces(List<Piece> pieces) {
    public HealingPieces {
        pieces = List.copyOf(pieces);
    }

    /** A stretch from {@code from} to {@code to} in the diagram's time. */
    public record Piece(HealingStretch stretch, double from, double to) {}

    /** Returns where the stretches are of which the diagram has the events; the last one ends with the diagram. */
    public static HealingPieces of(SpaceTime diagram, HealingBand band) {
        List<Event> events = diagram.events();
        List<Piece> pieces = new ArrayList<>();
        for (HealingStretch stretch : band.stretches()) {
            if (stretch.fromEvent() >= events.size()) {
                break;
            }
            double from = stretch.fromEvent() == 0
                    ? diagram.direction().head()
                    : events.get(stretch.fromEvent()).x();
            int next = stretch.toEvent() + 1;
            boolean isLast =
                    next > band.stretches().get(band.stretches().size() - 1).toEvent();
            double to = isLast || next >= events.size()
                    ? end(diagram)
                    : events.get(next).x();
            pieces.add(new Piece(stretch, from, Math.max(from, to)));
        }
        return new HealingPieces(pieces);
    }

    /** The present lasts until a step to come, or the end. */
    private static double end(SpaceTime diagram) {
        return diagram.columns().stream()
                .filter(column -> !column.played())
                .findFirst()
                .map(SpaceTime.Column::x)
                .orElse(diagram.width() - 8);
    }

    /** Returns the piece at a place in time; of those that begin at the same place the last one. */
    public Optional<Piece> at(double x) {
        return pieces.stream()
                .filter(piece -> piece.from() <= x && x <= piece.to())
                .reduce((first, second) -> second);
    }
}

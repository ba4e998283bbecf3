package sosad.app.view.stage.card;

import java.util.List;
import sosad.app.diagram.Box;
import sosad.app.diagram.Ring;

/** The forms of a node's card, by the room that there is. */
enum Density {
    /** A line for each peer, the command for clients. */
    ROWS(56),
    /** A column for each peer. */
    GRID(8),
    /** The badge with how far each peer was heard, and what is held and lacking. */
    LINE(20),
    /** The badge and two figures. */
    BADGE(0);

    private final double gap;

    Density(double gap) {
        this.gap = gap;
    }

    /**
     * The fullest form of which {@code nodes} cards stand in {@code space} with room between them.
     *
     * @param letters how long the longest words are that stand beside a badge
     */
    static Density fitting(int nodes, int letters, Box space, double unit) {
        for (Density density : List.of(ROWS, GRID, LINE)) {
            double height = density.height(nodes - 1) * unit;
            List<Box> places = Ring.places(nodes, space, density.width(nodes - 1, letters) * unit, height);
            boolean inside = places.stream().allMatch(place -> place.outside(space.grown(1)) < 1);
            if (inside && Ring.tightest(places) >= density.gap * unit) {
                return density;
            }
        }
        return BADGE;
    }

    /** Returns whether the card has no buttons: then a click opens a menu. */
    boolean isFolded() {
        return this == LINE || this == BADGE;
    }

    /** Returns the approximate width of a card with this number of peers, in pixels at normal size. */
    private double width(int peers, int letters) {
        double head = 132 + 5.6 * letters;
        return switch (this) {
            case ROWS -> Math.max(200, head);
            case GRID -> Math.max(head, 44 + 19 * peers);
            case LINE -> Math.max(128, 50 + 32 * peers);
            case BADGE -> 40;
        };
    }

    private double height(int peers) {
        return switch (this) {
            case ROWS -> 96 + 21 * peers;
            case GRID -> 106;
            case LINE -> 60;
            case BADGE -> 44;
        };
    }
}

package sosad.app.view.stage.card;

import java.util.List;
import sosad.app.diagram.Box;
import sosad.app.diagram.Detour;
import sosad.app.diagram.Ring;

/** The forms of a node's card, by the room that there is; the fullest first. */
enum Density {
    /** A line for each peer, the command for clients. */
    ROWS(56),
    /** A column for each peer. */
    GRID(24),
    /** The badge with how far each peer was heard, and what is held and lacking. */
    LINE(20),
    /** The badge and two figures. */
    BADGE(3),
    /** The badge alone. */
    MARK(0);

    /** With more nodes than this, cards are folded whatever room there is. */
    private static final int MAX_UNFOLDED = 7;

    /** The height inside a ring of many cards, in cards, with which links come past a card's neighbours. */
    private static final double MIN_INSIDE = 2.5;

    private final double gap;

    Density(double gap) {
        this.gap = gap;
    }

    /** The forms that cards may have when there are so many. */
    static List<Density> of(int nodes) {
        return nodes > MAX_UNFOLDED ? List.of(BADGE, MARK) : List.of(values());
    }

    /** Returns whether cards of this form stand in {@code space} with room between them, and inside their ring. */
    boolean fits(List<Box> places, Box space, double unit) {
        return places.stream().allMatch(place -> place.outside(space.grown(1)) < 1)
                && Ring.tightest(places) >= gap * unit
                && (places.size() <= MAX_UNFOLDED
                        ? Detour.isClear(places, space, unit)
                        : inside(places, space) >= MIN_INSIDE);
    }

    /** The height that a ring of cards leaves free inside, for the links: so many cards' height. */
    private static double inside(List<Box> places, Box space) {
        return space.height() / places.get(0).height() - 2;
    }

    /** Returns whether the card has no buttons: then a click opens a menu. */
    boolean isFolded() {
        return this == LINE || this == BADGE || this == MARK;
    }
}

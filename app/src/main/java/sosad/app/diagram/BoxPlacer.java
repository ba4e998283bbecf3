package sosad.app.diagram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds places for message boxes: each on the curve of its link, near where it should be, clear of the cards and of the
 * other boxes as far as there is room. A box stays where it was while that place is as good as any.
 */
public final class BoxPlacer {
    /**
     * A box that wants a place.
     *
     * @param id the message
     * @param way the curve of its link
     * @param wanted where on the curve it should be, 0 to 1
     * @param width its width
     * @param height its height
     */
    public record Wish(long id, Curve way, double wanted, double width, double height) {}

    /**
     * The place of a box.
     *
     * @param box its place
     * @param t the parameter of the curve next to which its centre is
     */
    public record Place(Box box, double t) {}

    private static final double MARGIN = 5;
    private static final int ROUNDS = 6;
    private static final double[] ASIDE = {0, -0.35, 0.35, -0.7, 0.7};

    private final Box space;
    private final List<Box> cards;
    private final Map<Long, Place> places = new HashMap<>();

    private BoxPlacer(Box space, Collection<Box> cards) {
        this.space = space;
        this.cards = cards.stream().map(card -> card.grown(MARGIN)).toList();
    }

    /**
     * Places all {@code wishes}.
     *
     * @param before where boxes were; may lack some and have others
     */
    public static Map<Long, Place> place(List<Wish> wishes, Box space, Collection<Box> cards, Map<Long, Place> before) {
        BoxPlacer placer = new BoxPlacer(space, cards);
        boolean clear = false;
        for (int round = 0; round < ROUNDS && !clear; round++) {
            clear = true;
            for (Wish wish : wishes) {
                Place kept = round == 0 ? before.get(wish.id()) : placer.places.get(wish.id());
                clear &= placer.settle(wish, kept);
            }
        }
        return placer.places;
    }

    /** The area that boxes share with cards, with each other and with what is outside; 0 if all are clear. */
    public static double trouble(Map<Long, Place> places, Box space, Collection<Box> cards) {
        double trouble = 0;
        List<Box> boxes = new ArrayList<>();
        for (Place place : places.values()) {
            Box box = place.box();
            trouble += box.outside(space);
            for (Box card : cards) {
                trouble += box.overlap(card);
            }
            for (Box other : boxes) {
                trouble += box.overlap(other);
            }
            boxes.add(box);
        }
        return trouble;
    }

    /** @return whether the place found is clear */
    private boolean settle(Wish wish, Place kept) {
        Place best = null;
        double bestCost = Double.MAX_VALUE;
        if (kept != null && isNear(wish, kept)) {
            best = kept;
            bestCost = crowding(wish, kept.box());
            if (bestCost == 0) {
                places.put(wish.id(), kept);
                return true;
            }
        }
        for (double aside : ASIDE) {
            for (int i = 0; i <= 24; i++) {
                double t = wish.wanted() + (i % 2 == 0 ? i : -i - 1) * 0.0175;
                if (t < 0.06 || t > 0.94) {
                    continue;
                }
                Box box = boxAt(wish, t, aside);
                double cost = crowding(wish, box) * 10 + Math.abs(t - wish.wanted()) * 60 + Math.abs(aside) * 14;
                if (cost < bestCost) {
                    best = new Place(box, t);
                    bestCost = cost;
                }
            }
        }
        places.put(wish.id(), best);
        return crowding(wish, best.box()) == 0;
    }

    private static boolean isNear(Wish wish, Place kept) {
        return Math.abs(kept.t() - wish.wanted()) < 0.45
                && kept.box().width() == wish.width()
                && kept.box().height() == wish.height()
                && kept.box().contains(wish.way().at(kept.t()));
    }

    /** Beside the curve, by a part of the box's own half size, so that the line still runs behind the box. */
    private static Box boxAt(Wish wish, double t, double aside) {
        double across = Math.toRadians(wish.way().degreesAt(t) + 90);
        Point centre = wish.way()
                .at(t)
                .plus(Math.cos(across) * aside * wish.width() / 2, Math.sin(across) * aside * wish.height() / 2);
        Box box = Box.around(centre, wish.width(), wish.height());
        return box.moved(Math.rint(box.x()) - box.x(), Math.rint(box.y()) - box.y());
    }

    private double crowding(Wish wish, Box box) {
        double crowding = box.outside(space);
        for (Box card : cards) {
            crowding += box.overlap(card) * 3;
        }
        Box grown = box.grown(MARGIN);
        for (Map.Entry<Long, Place> other : places.entrySet()) {
            if (other.getKey() != wish.id()) {
                crowding += grown.overlap(other.getValue().box());
            }
        }
        return crowding;
    }
}

package sosad.app.diagram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the way of an arrow from one card to another that passes behind no third one. */
public final class Detour {
    private static final double CLEARANCE = 4;
    private static final int SAMPLES = 60;
    private static final int FINE = 120;
    private static final int BOWS = 16;

    private Detour() {}

    /**
     * Returns the way from one card to another: bowed as wanted, or as much more, or to the other side, as it takes to
     * stay clear of {@code others} and inside {@code space}.
     *
     * @param bow how far its middle should stand off the straight line, to the left of its direction
     * @param step by how much more it is bowed at a time
     */
    public static Curve between(Box from, Box to, Collection<Box> others, Box space, double bow, double step) {
        Curve best = null;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < 2 * BOWS && fewest > 0; i++) {
            int more = (i + 1) / 2;
            // The way back tries the same side in its turn: half a step keeps the two apart.
            double tried = i % 2 == 0 ? bow + more * step : -more * step + step / 2;
            Curve way = Curve.between(from, to, tried);
            int hits = hits(way, others, space);
            if (hits < fewest) {
                best = way;
                fewest = hits;
            }
        }
        return best;
    }

    /** Returns the way of a link between two of these cards: clear of all others, if it can be. */
    public static Curve link(int from, int to, List<Box> cards, Box space, double unit) {
        double lowest = cards.stream().mapToDouble(Box::height).min().orElse(0);
        double bow = Math.min(lowest * 0.36, (cards.size() <= 4 ? 29 : cards.size() <= 8 ? 14 : 8) * unit);
        List<Box> others = new ArrayList<>(cards);
        others.remove(Math.max(from, to));
        others.remove(Math.min(from, to));
        return between(cards.get(from), cards.get(to), others, space, bow, Math.max(lowest * 0.25, 8 * unit));
    }

    /** Returns whether all links between these cards have a way that is clear of the others. */
    public static boolean isClear(List<Box> cards, Box space, double unit) {
        for (int from = 0; from < cards.size(); from++) {
            for (int to = 0; to < cards.size(); to++) {
                List<Box> others = new ArrayList<>(cards);
                others.removeAll(List.of(cards.get(from), cards.get(to)));
                if (from != to && !isClear(link(from, to, cards, space, unit), others)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns whether this way passes behind none of these. */
    public static boolean isClear(Curve way, Collection<Box> others) {
        for (int i = 0; i <= FINE; i++) {
            Point point = way.at((double) i / FINE);
            if (others.stream().anyMatch(other -> other.grown(1).contains(point))) {
                return false;
            }
        }
        return true;
    }

    private static int hits(Curve way, Collection<Box> others, Box space) {
        int hits = 0;
        for (int i = 0; i <= SAMPLES; i++) {
            Point point = way.at((double) i / SAMPLES);
            if (!space.contains(point)) {
                hits++;
            }
            for (Box other : others) {
                if (other.grown(CLEARANCE).contains(point)) {
                    hits++;
                }
            }
        }
        return hits;
    }
}

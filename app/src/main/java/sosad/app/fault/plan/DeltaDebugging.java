package sosad.app.fault.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Delta debugging, the search for a small part of a list that still fails (Zeller and Hildebrandt, "Simplifying and
 * isolating failure-inducing input", 2002: {@code ddmin}). Without any one of its items the part that is found fails no
 * more, whatever the test is like.
 *
 * @param test whether a part fails
 */
record DeltaDebugging<T>(Failure<T> test) {
    /** A test that parts of a list may fail. */
    interface Failure<T> {
        /** Returns whether this part fails. */
        boolean persists(List<T> part) throws InterruptedException;
    }

    /**
     * Returns such a part.
     *
     * @param failing a list that fails; that nothing at all does not is for the caller to know
     */
    List<T> minimal(List<T> failing) throws InterruptedException {
        List<T> now = List.copyOf(failing);
        int pieces = 2;
        while (now.size() >= 2) {
            Optional<List<T>> piece = firstFailing(pieces(now, pieces));
            if (piece.isPresent()) {
                now = piece.get();
                pieces = 2;
                continue;
            }
            Optional<List<T>> rest = pieces == 2 ? Optional.empty() : firstFailing(rests(now, pieces));
            if (rest.isPresent()) {
                now = rest.get();
                pieces = Math.max(pieces - 1, 2);
            } else if (pieces < now.size()) {
                pieces = Math.min(2 * pieces, now.size());
            } else {
                return now;
            }
        }
        return now;
    }

    private Optional<List<T>> firstFailing(List<List<T>> parts) throws InterruptedException {
        for (List<T> part : parts) {
            if (test.persists(part)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** The list cut into so many pieces of about the same length. */
    private static <T> List<List<T>> pieces(List<T> list, int count) {
        List<List<T>> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pieces.add(list.subList(bound(list, i, count), bound(list, i + 1, count)));
        }
        return pieces;
    }

    /** The list without one of the pieces each time. */
    private static <T> List<List<T>> rests(List<T> list, int count) {
        List<List<T>> rests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<T> rest = new ArrayList<>(list.subList(0, bound(list, i, count)));
            rest.addAll(list.subList(bound(list, i + 1, count), list.size()));
            rests.add(rest);
        }
        return rests;
    }

    private static int bound(List<?> list, int piece, int count) {
        return (int) ((long) list.size() * piece / count);
    }
}

package sosad.node.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The cursors of SCAN as clients get them: numbers below 2^63 that name the start of the backend whose cursor they
 * carry. From the highest bit: 0, 31 bits of the start, 31 bits of the backend's cursor. Nodes have no larger cursors;
 * those of another server are kept here, and what the client gets is 1, 30 bits of this gateway's start, and a number.
 */
final class ScanCursors {
    /** The most cursors that are kept; the oldest is forgotten, and its scan lost. */
    static final int MAX_KEPT = 10_000;

    private static final long KEPT = 1L << 62;
    private static final int CURSOR_BITS = 31;
    private static final int NUMBER_BITS = 32;

    /**
     * The point from which a scan continues.
     *
     * @param start a part of the start of the backend
     * @param cursor the backend's own
     */
    record Place(int start, String cursor) implements Predicate<Identity> {
        @Override
        public boolean test(Identity server) {
            return start == shortened(server.start());
        }
    }

    private final long own;
    private final Map<Long, Place> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Place> eldest) {
            return size() > MAX_KEPT;
        }
    };
    private int number;

    /** @param start of this gateway */
    ScanCursors(String start) {
        own = KEPT | (long) (shortened(start) >>> 1) << NUMBER_BITS;
    }

    /** The cursor for the client; 0, the end, is 0 everywhere. */
    String given(Identity server, String cursor) {
        if (cursor.equals("0")) {
            return cursor;
        }
        int start = shortened(server.start());
        if (isShort(cursor)) {
            return Long.toString((long) start << CURSOR_BITS | Integer.parseInt(cursor));
        }
        long name = own | (number++ & (1L << NUMBER_BITS) - 1);
        kept.put(name, new Place(start, cursor));
        return Long.toString(name);
    }

    private static boolean isShort(String cursor) {
        try {
            return Integer.toString(Integer.parseInt(cursor)).equals(cursor) && cursor.charAt(0) != '-';
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The place that a cursor from a client names; empty if it is forgotten, or of an earlier start of the gateway. */
    Optional<Place> place(long cursor) {
        if ((cursor & KEPT) != 0) {
            return Optional.ofNullable(kept.get(cursor));
        }
        String backends = Long.toString(cursor & (1L << CURSOR_BITS) - 1);
        return Optional.of(new Place((int) (cursor >>> CURSOR_BITS), backends));
    }

    /** 31 bits. */
    private static int shortened(String start) {
        return (start.hashCode() * 0x9E3779B9) >>> 1;
    }
}

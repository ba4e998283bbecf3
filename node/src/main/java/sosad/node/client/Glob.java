package sosad.node.client;

import java.util.Arrays;
import sosad.model.Key;

/**
 * A pattern for keys as KEYS takes it: {@code *} any characters, {@code ?} one, {@code [a-c]} and {@code [^a-c]} one
 * (not) of a set, {@code \} takes the next character as it is. Matching costs at most the key's length times the
 * pattern's, whatever the pattern.
 */
final class Glob {
    /** Takes every key. */
    static final Glob ALL = of(new byte[] {'*'}, 0, 1);

    private static final int CODES = 128;

    private final byte[] pattern;
    private final int to;
    private int from;

    /** For each place of the pattern the set of characters it takes, one bit a code; the places after a star last. */
    private long[] low = new long[8];

    private long[] high = new long[8];
    private boolean[] starBefore = new boolean[9];
    private int places;

    private Glob(byte[] pattern, int from, int to) {
        this.pattern = pattern;
        this.from = from;
        this.to = to;
        while (this.from < to) {
            readPlace();
        }
    }

    /** Reads the pattern in {@code pattern[start..start + length)}; every sequence of bytes is one. */
    static Glob of(byte[] pattern, int start, int length) {
        return new Glob(pattern, start, start + length);
    }

    boolean matches(Key key) {
        String text = key.text();
        if (places > text.length()) {
            return false;
        }
        int at = 0;
        int place = 0;
        int lastStar = -1; // the place after the last star passed
        int lastStarAt = 0; // where in the text that place is being tried
        while (at < text.length() || place < places) {
            if (starBefore[place] && lastStar != place) {
                lastStar = place;
                lastStarAt = at;
            }
            if (place == places && lastStar == places) {
                return true;
            }
            if (place < places && at < text.length() && takes(place, text.charAt(at))) {
                place++;
                at++;
            } else if (lastStar >= 0 && lastStarAt < text.length()) {
                place = lastStar;
                at = ++lastStarAt;
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean takes(int place, char c) {
        return c < CODES && ((c < 64 ? low[place] : high[place]) >>> (c & 63) & 1) != 0;
    }

    private void readPlace() {
        byte b = pattern[from++];
        switch (b) {
            case '*' -> starBefore[places] = true;
            case '?' -> add(-1L, -1L);
            case '[' -> readSet();
            case '\\' -> addOne(from < to ? pattern[from++] : b);
            default -> addOne(b);
        }
    }

    private void readSet() {
        boolean negated = from < to && pattern[from] == '^';
        if (negated) {
            from++;
        }
        long[] set = new long[2];
        while (from < to && pattern[from] != ']') {
            byte b = pattern[from++];
            if (b == '\\' && from < to) {
                include(set, pattern[from], pattern[from++]);
            } else if (from + 1 < to && pattern[from] == '-') {
                include(set, b, pattern[from + 1]);
                from += 2;
            } else {
                include(set, b, b);
            }
        }
        from++; // the closing bracket, if there is one
        add(negated ? ~set[0] : set[0], negated ? ~set[1] : set[1]);
    }

    private static void include(long[] set, byte one, byte other) {
        int last = Math.max(one & 0xff, other & 0xff);
        for (int code = Math.min(one & 0xff, other & 0xff); code <= last && code < CODES; code++) {
            set[code >> 6] |= 1L << (code & 63);
        }
    }

    private void addOne(byte b) {
        long[] set = new long[2];
        include(set, b, b);
        add(set[0], set[1]);
    }

    private void add(long lowCodes, long highCodes) {
        if (places == low.length) {
            low = Arrays.copyOf(low, 2 * places);
            high = Arrays.copyOf(high, 2 * places);
            starBefore = Arrays.copyOf(starBefore, 2 * places + 1);
        }
        low[places] = lowCodes;
        high[places] = highCodes;
        places++;
    }
}

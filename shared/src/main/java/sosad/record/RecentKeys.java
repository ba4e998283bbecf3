package sosad.record;

import java.util.Arrays;
import sosad.model.Key;

/** The keys that a block has named last, each in a place that its characters say; reader and writer keep the same. */
final class RecentKeys {
    /** What is written instead of a place for a key that is in none. */
    static final int UNKNOWN = 1_023;

    private final Key[] places = new Key[UNKNOWN];

    /** Returns where the key is, or {@link #UNKNOWN}; from then on it is there. */
    int place(Key key) {
        int place = Math.floorMod(key.hashCode(), UNKNOWN);
        if (key.equals(places[place])) {
            return place;
        }
        places[place] = key;
        return UNKNOWN;
    }

    /** Returns what is in a place, or null. */
    Key at(int place) {
        return places[place];
    }

    void clear() {
        Arrays.fill(places, null);
    }
}

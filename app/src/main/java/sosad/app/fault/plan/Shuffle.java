package sosad.app.fault.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Puts things into an order that depends on chance alone, where that is given by any generator. */
final class Shuffle {
    private Shuffle() {}

    static <T> List<T> of(List<T> things, RandomGenerator chance) {
        List<T> shuffled = new ArrayList<>(things);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            Collections.swap(shuffled, last, chance.nextInt(last + 1));
        }
        return shuffled;
    }
}

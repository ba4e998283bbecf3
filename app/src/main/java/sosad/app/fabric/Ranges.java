package sosad.app.fabric;

import static sosad.model.ArgumentCheck.refuseIf;

/** Refuses what is out of range by its name. */
final class Ranges {
    private Ranges() {}

    /** @throws IllegalArgumentException if {@code value} is not from 0 to {@code most} */
    static void check(String name, double value, double most) {
        refuseIf(!(value >= 0 && value <= most), "%s %s: it is from 0 to %s", name, value, most);
    }
}

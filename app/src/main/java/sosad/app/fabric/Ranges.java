package sosad.app.fabric;

/** Refuses what is out of range by its name. */
final class Ranges {
    private Ranges() {}

    /** @throws IllegalArgumentException if {@code value} is not from 0 to {@code most} */
    static void check(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException("%s %s: it is from 0 to %s".formatted(name, value, most));
        }
    }
}

package sosad.app.bench;

/** How much is measured. */
public enum BenchSize {
    /** As much as the figures ask for. */
    FULL,
    /** So little that the figures mean nothing: whether measuring works is seen in seconds. */
    QUICK;

    /** The size of something at this effort. */
    int of(int full, int quick) {
        return this == FULL ? full : quick;
    }
}

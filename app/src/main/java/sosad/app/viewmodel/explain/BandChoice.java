package sosad.app.viewmodel.explain;

/** The keys of which the time line says from which moments the run still heals. */
public enum BandChoice {
    OFF("off"),
    ALL("all keys"),
    ASKED("key asked about");

    private final String words;

    BandChoice(String words) {
        this.words = words;
    }

    /** Returns what it is called on screen. */
    public String words() {
        return words;
    }

    /** Returns the choice that comes after this one. */
    public BandChoice next() {
        return switch (this) {
            case OFF -> ALL;
            case ALL -> ASKED;
            case ASKED -> OFF;
        };
    }
}

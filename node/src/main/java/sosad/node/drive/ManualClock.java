package sosad.node.drive;

/** The clock of lessons: it shows what the controller has set (section "Clocks" of {@code docs/protocol.md}). */
public final class ManualClock implements Clock {
    private long time;

    /** A clock that shows {@code time} until it is set. */
    public ManualClock(long time) {
        this.time = time;
    }

    public void set(long newTime) {
        time = newTime;
    }

    @Override
    public long now() {
        return time;
    }
}

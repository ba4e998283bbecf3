package sosad.app.fabric;

/** A message's way over a link, in times on the clock of the {@link Timetable}'s owner. */
class Transit {
    final Chances chances;
    final int bytes;

    /** How much of it the link has yet to take in, if it carries only so much at a time. */
    double bytesLeft;

    /** When the link begins to take it in. */
    long beginsNanos;

    /** When the link has taken it in; from then on it is delayed. */
    long entersNanos;

    /** When it comes out. */
    long dueNanos;

    Transit(Chances chances, int bytes) {
        this.chances = chances;
        this.bytes = bytes;
    }
}

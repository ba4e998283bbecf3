package sosad.app.fabric;

/** A message's way over a link, in times on the clock of the {@link Timetable}'s owner. */
class Transit {
    final Chances chances;
    final int bytes;

    /** The part of the message that has yet to enter the link, if the link has a rate. */
    double bytesLeft;

    /** The time at which the message begins to enter the link. */
    long beginsNanos;

    /** The time at which the message has entered the link; from then on it is delayed. */
    long entersNanos;

    /** The time at which the message comes out. */
    long dueNanos;

    Transit(Chances chances, int bytes) {
        this.chances = chances;
        this.bytes = bytes;
    }
}

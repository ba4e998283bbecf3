package sosad.app.viewmodel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A failure, or something else to decide about, shown to the user without interrupting.
 *
 * @param what what failed, and where
 * @param remedy what to do about it; may be empty
 * @param offers what buttons do about it, the best first
 * @param kind whether it is a failure
 */
public record Banner(String what, String remedy, List<Offer> offers, Kind kind) {
    public Banner {
        Objects.requireNonNull(what);
        Objects.requireNonNull(remedy);
        Objects.requireNonNull(kind);
        offers = List.copyOf(offers);
    }

    /** Of a failure. */
    public Banner(String what, String remedy, List<Offer> offers) {
        this(what, remedy, offers, Kind.FAILURE);
    }

    public Banner(String what, String remedy) {
        this(what, remedy, List.of());
    }

    /** With one button, or none. */
    public Banner(String what, String remedy, Optional<Offer> offer) {
        this(what, remedy, offer.stream().toList());
    }

    /** Something to know that is no failure. */
    public static Banner note(String what, Optional<Offer> offer) {
        return new Banner(what, "", offer.stream().toList(), Kind.NOTE);
    }

    /** Returns the best that is offered. */
    public Optional<Offer> offer() {
        return offers.stream().findFirst();
    }

    /** Whether something has failed. */
    public enum Kind {
        FAILURE,
        NOTE
    }

    /**
     * What a button does about it.
     *
     * @param label what stands on the button
     */
    public record Offer(String label, Runnable action) {}
}

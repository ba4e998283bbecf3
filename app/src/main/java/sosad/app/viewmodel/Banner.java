package sosad.app.viewmodel;

import java.util.Optional;

/**
 * A failure, or something else to decide about, shown to the user without interrupting.
 *
 * @param what what failed, and where
 * @param remedy what to do about it; may be empty
 * @param offer does that
 */
public record Banner(String what, String remedy, Optional<Offer> offer) {
    public Banner(String what, String remedy) {
        this(what, remedy, Optional.empty());
    }

    /**
     * What a button does about it.
     *
     * @param label what stands on the button
     */
    public record Offer(String label, Runnable action) {}
}

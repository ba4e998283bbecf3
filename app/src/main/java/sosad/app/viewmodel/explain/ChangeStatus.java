package sosad.app.viewmodel.explain;

/** How far the search for the smallest change is. */
public enum ChangeStatus {
    /** There is nothing to look for. */
    NONE,
    /** Replays are being tried. */
    SEARCHING,
    /** One was found, and verified by replay. */
    FOUND,
    /** The search has failed, and it is said why. */
    FAILED
}

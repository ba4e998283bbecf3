package sosad.app.viewmodel.explain;

/** How far the search for the smallest change is. */
public enum ChangeStatus {
    /** There is nothing to look for. */
    NONE,
    /** Replays are being tried. */
    SEARCHING,
    /** One was found, and verified by replay. */
    FOUND,
    /** None was looked for: not all that was done can be said in a file, so that it cannot be replayed as changed. */
    UNKNOWN,
    /** None was looked for: the nodes had run by their own clocks, and a change is searched in runs in steps. */
    LIVED
}

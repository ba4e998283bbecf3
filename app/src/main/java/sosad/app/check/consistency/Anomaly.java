package sosad.app.check.consistency;

/**
 * What can be wrong with a read. The guarantees of sessions are those of Terry et al. (1994), held against a client as
 * the session; a read may break several at once ({@code docs/checks.md}).
 */
public enum Anomaly {
    /** A newer write was acknowledged before the read was sent. */
    STALE("a stale read"),
    /** The client itself had written something newer before, and had its acknowledgement. */
    READ_YOUR_WRITES("a read that misses its own client's write"),
    /** The client itself had read something newer before. */
    MONOTONIC_READS("a read that goes back behind an earlier one"),
    /** The server had shown a later write of a client, but not this earlier one. */
    MONOTONIC_WRITES("a write shown before an earlier one of the same client"),
    /** The server had shown a write of a client, but not what the client had read before it wrote. */
    WRITES_FOLLOW_READS("a write shown before what its client had read"),
    /** The server was known to hold something newer: no rule of any protocol explains that. */
    WENT_BACK("a read older than what its server held"),
    /** A value that no client wrote under this key. */
    FOREIGN("a value that nobody wrote"),
    /** A value that was read before it was written. */
    FUTURE("a value read before it was written");

    private final String words;

    Anomaly(String words) {
        this.words = words;
    }

    /** Returns one of it in words. */
    public String words() {
        return words;
    }

    /** Returns whether a rule can allow it: it follows from messages that have not arrived. */
    public boolean isExcusable() {
        return this != WENT_BACK && this != FOREIGN && this != FUTURE;
    }
}

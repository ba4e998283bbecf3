package sosad.protocol;

/** What a sync from S to D contains (section "What a sync contains" of {@code docs/protocol.md}). */
public enum Content {
    /** Every entry whose timestamp is at least what S has last heard from D: the document's rule. */
    REMOTE_NOW,
    /** Every entry whose timestamp is at least S's {@code D-prev}: the document's other wording. */
    REMOTE_PREV,
    /** Every entry, every time. */
    FULL,
    /** Exactly the entries that D is not known to hold: the document's optimization 2. */
    PER_KEY
}

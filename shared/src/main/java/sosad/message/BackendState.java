package sosad.message;

/** What a gateway thinks of one of its backends. */
public enum BackendState {
    /** It answers. */
    UP,
    /** A check is unanswered, not yet for so long that it is given up. It is asked only if no other is up. */
    SUSPECTED,
    /** No connection to it answers. It is not asked. */
    DOWN
}

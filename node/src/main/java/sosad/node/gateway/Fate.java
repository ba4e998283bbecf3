package sosad.node.gateway;

/** What became of a request that was given to a backend. */
public enum Fate {
    /** It replied. */
    ANSWERED,
    /** It replied with an error. */
    REFUSED,
    /** The connection was lost before the reply came. */
    LOST,
    /** The deadline passed before the reply came. */
    LATE
}

package sosad.message;

/** What became of a request that a gateway gave to a backend. */
public enum RequestFate {
    /** It replied. */
    ANSWERED,
    /** It replied with an error. */
    REFUSED,
    /** The connection was lost before the reply came. */
    LOST,
    /** The deadline passed before the reply came. */
    LATE
}

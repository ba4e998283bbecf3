package sosad.node.gateway;

/** How the gateway chooses a backend among those that are up. */
public enum Balancing {
    /** One after the other. */
    ROUND_ROBIN,
    /** The one with the fewest requests outstanding. */
    MIN_BUSY,
    /** The same one for the same key, as long as it is up. */
    BY_KEY
}

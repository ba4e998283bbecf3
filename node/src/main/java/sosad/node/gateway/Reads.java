package sosad.node.gateway;

/** What a GET through the gateway gives. */
public enum Reads {
    /** The value that one backend holds. */
    ONE,
    /** The newest value of all nodes, found and repaired by the node that is asked. */
    NEWEST
}

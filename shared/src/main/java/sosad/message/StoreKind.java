package sosad.message;

/** Where a node keeps what it holds. */
public enum StoreKind {
    /** In memory: a node that restarts comes back empty. */
    MEMORY,
    /** On disk: a node that restarts comes back with what it held. */
    DISK
}

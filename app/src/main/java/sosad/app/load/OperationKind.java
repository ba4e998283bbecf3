package sosad.app.load;

/** The kinds of requests that a load is made of. */
public enum OperationKind {
    READ,
    WRITE,
    DELETE
}

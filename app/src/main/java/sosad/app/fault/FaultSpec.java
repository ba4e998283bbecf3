package sosad.app.fault;

/** What goes wrong, and how much of it, wherever it is: with links, with a process, or with the clients of one. */
public sealed interface FaultSpec permits LinkFault, ProcessFault, ClientFault {
    /** Returns what happens, in words that follow the name of where it happens. */
    String words();

    /** The entry of the catalogue that describes it. */
    default FaultKind<?> kind() {
        return FaultKinds.of(this);
    }
}

package sosad.app.fault;

/** What can be wrong, wherever it is: with links, with a process, or with the clients of one. */
public sealed interface Trouble permits LinkFault, ProcessFault, ClientFault {
    /** The name of its kind in plans and in the API. */
    String kind();

    /** What happens, in words that follow the name of where it happens. */
    String words();

    /** Whether it is over as soon as it was done, so that there is nothing to heal. */
    default boolean isMomentary() {
        return false;
    }
}

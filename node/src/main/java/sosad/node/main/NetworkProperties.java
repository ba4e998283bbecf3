package sosad.node.main;

/** What Java and Netty are told about the network before they ask the machine, or assume something unfit. */
final class NetworkProperties {
    /** How many seconds the address of a name is remembered, which delays by as much that a node follows a peer. */
    private static final String ADDRESS_SECONDS = "5";

    /**
     * Tells connections of several machines apart, which nobody here does. Netty would look for a network card's
     * address, which takes time, and complain where there is no card.
     */
    private static final String MACHINE = "00:00:00:00:00:00:00:01";

    private NetworkProperties() {}

    /** To be called before anything is connected or looked up. */
    static void choose() {
        System.setProperty("sun.net.inetaddr.ttl", ADDRESS_SECONDS);
        System.setProperty("io.netty.machineId", MACHINE);
    }
}

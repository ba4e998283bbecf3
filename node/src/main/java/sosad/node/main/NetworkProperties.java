package sosad.node.main;

/** The network settings that Java and Netty get before they ask the machine, or assume something unfit. */
final class NetworkProperties {
    /** The seconds for which a name's address is cached, which delays following a peer that moves. */
    private static final String ADDRESS_SECONDS = "5";

    /**
     * An id that distinguishes the connections of several machines, which nothing here needs. Netty would look for a
     * network card's address, which takes time, and complain where there is no card.
     */
    private static final String MACHINE = "00:00:00:00:00:00:00:01";

    private NetworkProperties() {}

    /** To be called before anything is connected or looked up. */
    static void choose() {
        System.setProperty("sun.net.inetaddr.ttl", ADDRESS_SECONDS);
        System.setProperty("io.netty.machineId", MACHINE);
    }
}

package sosad.app.cluster;

import static sosad.model.PlainFormat.format;

import java.util.OptionalInt;
import sosad.app.process.NodeException;
import sosad.process.OpenFiles;

/** The number of files, including connections and pipes, that the app opens for a cluster. */
public final class FilesNeeded {
    /** The files that the app needs for itself: its jars, its ports, and some to spare. */
    private static final int OWN = 64;

    /** Two pipes, the control connection, and those of clients and of the load. */
    private static final int OF_A_PROCESS = 6;

    /** One from the sender to the network, one from there to the destination. */
    private static final int OF_A_LINK = 2;

    private FilesNeeded() {}

    static int of(int nodes, int gateways) {
        return OWN + OF_A_PROCESS * (nodes + gateways) + OF_A_LINK * nodes * (nodes - 1);
    }

    /** @throws NodeException if this process may not have so many open, before anything is tried with too few */
    static void check(int nodes, int gateways, OptionalInt limit) {
        int needed = of(nodes, gateways);
        if (limit.isPresent() && limit.getAsInt() < needed) {
            String whose = format("%d for %d nodes%s", needed, nodes + gateways, gateways == 0 ? "" : " and gateways");
            throw new NodeException(complaint(limit.getAsInt(), whose));
        }
    }

    private static String complaint(int limit, String needed) {
        return format("this process may have %d files open, and needs %s: raise the limit (ulimit -n)", limit, needed);
    }

    /** Returns what is said at the start where not even the app's own classes could be read; empty where they can. */
    public static String complaintAtStart() {
        OptionalInt limit = OpenFiles.limit();
        return limit.isPresent() && limit.getAsInt() < OWN
                ? complaint(limit.getAsInt(), format("%d, and more for nodes", OWN))
                : "";
    }
}

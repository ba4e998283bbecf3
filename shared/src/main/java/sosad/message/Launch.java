package sosad.message;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import sosad.message.Launch.Fsync;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Replica;
import sosad.protocol.Rules;

/**
 * Everything a node is started with. The app hands it over as JSON on the standard input of a child process, a
 * benchmark in the environment variable {@value #VARIABLE}; neither can other users of the machine read. A node that is
 * started by hand makes it from its command line.
 *
 * @param id the node's name
 * @param peers where the messages for each peer go
 * @param ports where it listens
 * @param rules the cluster's switches
 * @param limits how long keys and values may be
 * @param storeId the number of the store if one begins: greater than any before at this node
 * @param firstMessage the number of the first message
 * @param rejoin whether to tell every peer that this node is back
 * @param control where the app listens, if one steers this node
 * @param parent whether to end when the connection to the app is lost
 * @param secret what peers and app must prove, and this node to them
 * @param reads how far a client's read goes that does not say so itself
 * @param live how it runs by its own clock; empty: it does nothing unless it is told to
 * @param disk where the store is kept; empty: in memory
 * @param record where live time is recorded; empty: nowhere
 */
public record Launch(
        NodeId id,
        Map<NodeId, Address> peers,
        Ports ports,
        Rules rules,
        Limits limits,
        long storeId,
        long firstMessage,
        boolean rejoin,
        Optional<Address> control,
        boolean parent,
        String secret,
        ReadMode reads,
        Optional<Live> live,
        Optional<Disk> disk,
        Optional<RecordTo> record) {
    /** The name under which the app hands this over. */
    public static final String VARIABLE = "SOSAD_LAUNCH";

    /** The line that a child process prints when the app has released its node or gateway and all of it has ended. */
    public static final String WAITING = "waits for its next launch";

    /** @throws IllegalArgumentException if there are too many peers */
    public Launch {
        peers = new TreeMap<>(peers);
        refuseIf(
                peers.size() > Replica.MAX_PEERS,
                "a node has at most %d peers, not %d",
                Replica.MAX_PEERS,
                peers.size());
        Objects.requireNonNull(ports);
        Objects.requireNonNull(rules);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(secret);
        Objects.requireNonNull(reads);
    }

    /** Without the secret, which belongs in no log. */
    @Override
    public String toString() {
        return "Launch[%s, peers=%s, %s]".formatted(id, peers, rules);
    }

    /** The moment at which a disk store makes its writes survive a crash of the machine. */
    public enum Fsync {
        /** With every batch; nothing is acknowledged before. Nothing acknowledged is ever lost. */
        ALWAYS,
        /**
         * Once a second. A machine that fails takes what was told in the last second or two; a killed node next to
         * none.
         */
        EVERYSEC,
        /** Only when the node ends in good order; until then the system writes when it sees fit. */
        NEVER
    }

    /** The kind of a node's store. */
    public enum StoreKind {
        /** In memory: a node that restarts comes back empty. */
        MEMORY,
        /** On disk: a node that restarts comes back with what it held. */
        DISK
    }

    /**
     * The disk store of a node.
     *
     * @param folder the folder, which belongs to this node alone
     * @param fsync how strictly
     * @param wipe whether to begin with an empty store, whatever the folder holds
     */
    public record Disk(String folder, Fsync fsync, boolean wipe) {
        public Disk {
            Objects.requireNonNull(fsync);
            refuseIf(folder.isEmpty(), "a disk store needs a folder");
        }
    }

    /**
     * The place of the records of a node's live time.
     *
     * @param folder the folder, which several nodes may share
     * @param maxBytes the bound of one record
     */
    public record RecordTo(String folder, long maxBytes) {
        /** The least bound, a megabyte. */
        public static final long MIN_BYTES = 1L << 20;

        /** The bound unless another is given, 64 megabytes. */
        public static final long USUAL_BYTES = 64L << 20;

        public RecordTo {
            refuseIf(folder.isEmpty(), "a record needs a folder");
            refuseIf(maxBytes < MIN_BYTES, "a record of at most %,d bytes; it takes at least %,d", maxBytes, MIN_BYTES);
        }
    }
}

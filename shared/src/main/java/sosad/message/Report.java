package sosad.message;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Received.SenderStatus;
import sosad.protocol.Row;

/**
 * A report from a node or a gateway to the app over the control connection: first {@link Ready}, then answers and
 * events mixed, numbered without gaps. A reader that has seen number n knows everything that happened at the node up to
 * then.
 */
public sealed interface Report {
    /** The report's number: 1 for the first of a connection, each one more than the one before. */
    long seq();

    /** The answer to the command numbered {@link #re}. */
    sealed interface Reply extends Report {
        long re();
    }

    /** Something that happened at the node. Events may be left out when the app is slow; then {@link Gap} says so. */
    sealed interface Event extends Report {}

    /**
     * The node or gateway is up. The first report of every connection; it proves the secret handed over at the start.
     *
     * @param secret the secret of this start
     * @param node its name
     * @param pid its process id
     * @param clientPort where clients connect
     * @param peerPort where peers connect; 0 for a gateway, which has none
     * @param hellos the messages with which a restarted node announces itself
     */
    record Ready(long seq, String secret, NodeId node, long pid, int clientPort, int peerPort, List<Sent> hellos)
            implements Report {
        public Ready {
            hellos = List.copyOf(hellos);
        }

        /** Without the secret, which belongs in no log. */
        @Override
        public String toString() {
            return format(
                    "Ready[seq=%d, node=%s, pid=%d, clientPort=%d, peerPort=%d, hellos=%s]",
                    seq, node, pid, clientPort, peerPort, hellos);
        }
    }

    /** The command was carried out; {@code sent} are the messages it caused, in the order sent. */
    record Done(long seq, long re, List<Sent> sent) implements Reply {
        public Done {
            sent = List.copyOf(sent);
        }
    }

    /** The command was not carried out and changed nothing. */
    record Failed(long seq, long re, String reason) implements Reply {
        /** Stands for the command if what came was none; the connection ends then. */
        public static final long NO_COMMAND = 0;
    }

    /**
     * A page of the node's state.
     *
     * @param time the node's clock
     * @param rows its rows, by peer
     * @param entries entries in the order of the document's tables
     * @param total how many entries there are in all
     * @param store its store id; 0 for a gateway, which has no store
     * @param sequence its store's count of clients' writes
     */
    record Page(
            long seq, long re, long time, List<RowOf> rows, List<Entry> entries, int total, long store, long sequence)
            implements Reply {
        public Page {
            rows = List.copyOf(rows);
            entries = List.copyOf(entries);
        }
    }

    /**
     * A client wrote at this node.
     *
     * @param client the client's address as this node sees it, {@code host:port}
     * @param entry what it wrote
     * @param lost whether the write lost at once to a newer version
     */
    record Wrote(long seq, String client, Entry entry, boolean lost) implements Event {}

    /**
     * A peer message came in and was dealt with.
     *
     * @param from its sender
     * @param message its number
     * @param status what its store id said of its sender
     * @param applied the changes that were applied
     * @param row the row of the sender afterwards
     */
    record Received(long seq, NodeId from, long message, SenderStatus status, List<Entry> applied, Row row)
            implements Event {
        public Received {
            Objects.requireNonNull(status);
            applied = List.copyOf(applied);
        }
    }

    /**
     * A client has begun a read that may ask the peers.
     *
     * @param client the client's address as this node sees it, {@code host:port}
     * @param read the number of the read at this node
     * @param sent the questions; none if the read is over at once
     */
    record Asked(long seq, String client, Key key, ReadMode mode, long read, List<Sent> sent) implements Event {
        public Asked {
            Objects.requireNonNull(key);
            Objects.requireNonNull(mode);
            sent = List.copyOf(sent);
        }
    }

    /**
     * A question, answer or repair came in and was dealt with.
     *
     * @param from its sender
     * @param message its number
     * @param applied the entry that this node took over because of it, if it did
     * @param sent what it sent because of it
     * @param ended the number of the client's read that it ended here, whose reply is then on its way
     */
    record Heard(long seq, NodeId from, long message, Optional<Entry> applied, List<Sent> sent, Optional<Long> ended)
            implements Event {
        public Heard {
            Objects.requireNonNull(from);
            Objects.requireNonNull(applied);
            Objects.requireNonNull(ended);
            sent = List.copyOf(sent);
        }
    }

    /** A gateway thinks otherwise of a backend than before; at first every one is {@link BackendState#DOWN}. */
    record BackendChanged(long seq, NodeId backend, BackendState state) implements Event {
        public BackendChanged {
            Objects.requireNonNull(backend);
            Objects.requireNonNull(state);
        }
    }

    /**
     * A gateway gave a client's request to a backend: the first time, or again elsewhere after a loss.
     *
     * @param request counts the requests that the gateway passes on
     * @param client the client's address as the gateway sees it, {@code host:port}
     * @param command in lower case
     * @param key the key it concerns, if it concerns one
     */
    record Given(long seq, long request, String client, String command, Optional<Key> key, NodeId backend)
            implements Event {
        public Given {
            Objects.requireNonNull(key);
            Objects.requireNonNull(backend);
        }
    }

    /**
     * The outcome of a request at a backend, once for each {@link Given}.
     *
     * @param as the gateway's address as the backend sees it, {@code host:port}
     */
    record Ended(long seq, long request, NodeId backend, String as, RequestFate fate) implements Event {
        public Ended {
            Objects.requireNonNull(backend);
            Objects.requireNonNull(fate);
        }
    }

    /** A frame at the peer port was refused and changed nothing. */
    record Refused(long seq, String reason) implements Event {}

    /** The number of events left out before this one because the app was slow: read the state again. */
    record Gap(long seq, long missed) implements Event {}

    /** A gateway's opinion of one of its backends. */
    enum BackendState {
        /** It answers. */
        UP,
        /** A check is unanswered, not yet for so long that it is given up. It is asked only if no other is up. */
        SUSPECTED,
        /** No connection to it answers. It is not asked. */
        DOWN
    }

    /** The outcome of a request that a gateway gave to a backend. */
    enum RequestFate {
        /** It replied. */
        ANSWERED,
        /** It replied with an error. */
        REFUSED,
        /** The connection was lost before the reply came. */
        LOST,
        /** The deadline passed before the reply came. */
        LATE
    }

    /**
     * A message that a node has handed to its link.
     *
     * @param to the destination
     * @param id the message's number
     */
    record Sent(NodeId to, long id) {
        public Sent {
            Objects.requireNonNull(to);
        }
    }

    /**
     * A node's row of one peer.
     *
     * @param peer the peer
     * @param row what the node knows of how far it has heard the peer
     * @param store the peer's store last seen; 0: none yet
     * @param owedPushes under how many keys the node's clients wrote since its last push to the peer
     */
    record RowOf(NodeId peer, Row row, long store, int owedPushes) {
        public RowOf {
            Objects.requireNonNull(peer);
            Objects.requireNonNull(row);
        }
    }
}

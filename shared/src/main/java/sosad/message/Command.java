package sosad.message;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/**
 * A command from the app to a node or a gateway, over the control connection. Every command is answered by one
 * {@link Report.Reply}.
 */
public sealed interface Command {
    /** The number the answer will name; the app gives each command of a connection another. */
    long id();

    /**
     * Sets the clock of a node that is not live. Answered by {@link Report.Done}.
     *
     * @param time at most {@link Version#LATEST}, and at least its negative
     */
    record SetTime(long id, long time) implements Command {
        public SetTime {
            refuseIf(
                    time < -Version.LATEST || time > Version.LATEST,
                    "a time of %d; it must be from -%2$d to %2$d",
                    time,
                    Version.LATEST);
        }
    }

    /** Pushes to the peers named, in that order, or to all of them. Answered by {@link Report.Done}. */
    record Push(long id, Optional<List<NodeId>> to) implements Command {
        public Push {
            to = to.map(List::copyOf);
        }
    }

    /**
     * Syncs with the peers named, in that order, or with those the schedule chooses. Answered by {@link Report.Done}.
     *
     * @param keys narrows the contents to these keys
     */
    record Sync(long id, Optional<List<NodeId>> to, Optional<List<Key>> keys) implements Command {
        public Sync {
            to = to.map(List::copyOf);
            keys = keys.map(List::copyOf);
        }
    }

    /**
     * Reads the node's state, entries by page. The first page (offset 0) fixes what the later ones show. Answered by
     * {@link Report.Page}. With a limit of 0 it is a question whether the node still answers.
     *
     * @param offset how many entries to skip
     * @param limit at most how many entries to send, see {@link #MAX_PAGE}
     */
    record Read(long id, int offset, int limit) implements Command {
        /** The most entries a page may have. */
        public static final int MAX_PAGE = 1_000;

        public Read {
            refuseIf(
                    offset < 0 || limit < 0 || limit > MAX_PAGE,
                    "a page of %d entries from %d: at most %d, from 0",
                    limit,
                    offset,
                    MAX_PAGE);
        }
    }

    /**
     * Lets the node run by its own clock. Answered by {@link Report.Done}.
     *
     * @param record where that is recorded; empty: where the launch says, if it says so
     */
    record GoLive(long id, Live live, Optional<Launch.RecordTo> record) implements Command {
        public GoLive {
            Objects.requireNonNull(live);
            Objects.requireNonNull(record);
        }
    }

    /**
     * Stops the node from doing anything by itself; its clock stands still. Answered by {@link Report.Done}, which
     * names the last message to each peer that this start of the node has sent any.
     */
    record Freeze(long id) implements Command {}

    /**
     * Sets how far a live node's clock is ahead of the machine's: a jump, which replaces the previous skew and the gain
     * by drift. Answered by {@link Report.Done}; by a node that is not live with {@link Report.Failed}.
     *
     * @param skewMillis negative: behind; at most {@link Live#MAX_MILLIS} either way
     */
    record Skew(long id, long skewMillis) implements Command {
        public Skew {
            Live.checkSkew(skewMillis);
        }
    }

    /**
     * Sets how much faster than the machine's a live node's clock runs, counted from where it stands. Answered by
     * {@link Report.Done}; by a node that is not live with {@link Report.Failed}.
     *
     * @param partsPerMillion negative: slower; 0: as fast, and it keeps what it has gained
     */
    record Drift(long id, int partsPerMillion) implements Command {
        /** The most that a clock may drift either way. */
        public static final int MAX_PARTS_PER_MILLION = 500_000;

        public Drift {
            refuseIf(
                    partsPerMillion < -MAX_PARTS_PER_MILLION || partsPerMillion > MAX_PARTS_PER_MILLION,
                    "a drift of %d parts per million; it must be from -%2$d to %2$d",
                    partsPerMillion,
                    MAX_PARTS_PER_MILLION);
        }
    }

    /**
     * Sets the fault of the disk under the node's store. Answered by {@link Report.Done}; by a node without one with
     * {@link Report.Failed}.
     */
    record SetDisk(long id, DiskFault fault) implements Command {
        public SetDisk {
            Objects.requireNonNull(fault);
        }
    }

    /** Reads that still wait for answers of peers fail, by name. Answered by {@link Report.Done}. */
    record EndReads(long id) implements Command {}

    /**
     * Ends the record of a node's live time, if there is one. Answered by {@link Report.Done} once everything up to
     * here is in its files.
     */
    record EndRecord(long id) implements Command {}

    /**
     * Turns reports of events (of a gateway: requests) on or off; at first they are on. Answered by
     * {@link Report.Done}.
     */
    record Watch(long id, boolean events) implements Command {}

    /**
     * A gateway's backend is at this address from now on, whether the gateway knew it before or not. Answered by
     * {@link Report.Done}; a node answers {@link Report.Failed}.
     */
    record SetBackend(long id, NodeId backend, Address address) implements Command {
        public SetBackend {
            Objects.requireNonNull(backend);
            Objects.requireNonNull(address);
        }
    }

    /** Ends the node in good order. Answered by {@link Report.Done}, after which the connection closes. */
    record Stop(long id) implements Command {}
}

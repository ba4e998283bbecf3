package sosad.engine;

import sosad.message.NodeMessage;
import sosad.model.NodeId;
import sosad.protocol.Reads;

/** The surroundings of an engine: time, links, the disk and the clients. No call blocks. */
public interface Host {
    /** The machine's clock, in milliseconds since 1970. */
    long epochMillis();

    /** The milliseconds of a clock that never goes back, by which timers are due. */
    long millis();

    /** Calls {@link Engine#ring} once {@link #millis} has reached {@code due}. Only the last such request counts. */
    void ringAt(long due);

    /**
     * Calls {@link Engine#becameDurable} with {@code number} once everything handed to the journal so far may be
     * revealed; never, if the journal fails before.
     */
    void awaitDurable(long number);

    /** Hands the message to the link to its destination. */
    void send(NodeMessage message);

    /** Returns whether the link to {@code peer} is open and not behind, so that it is worth composing more for it. */
    boolean hasRoom(NodeId peer);

    /** A read that waited for the answers of peers is over. */
    void readEnded(long read, Reads.Outcome outcome);
}

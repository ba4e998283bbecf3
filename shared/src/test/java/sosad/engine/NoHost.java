package sosad.engine;

import sosad.message.NodeMessage;
import sosad.model.NodeId;
import sosad.protocol.Reads;

/** Surroundings in which no time passes and links take everything. */
abstract class NoHost implements Host {
    @Override
    public long epochMillis() {
        return 0;
    }

    @Override
    public long millis() {
        return 0;
    }

    @Override
    public void ringAt(long due) {}

    @Override
    public void awaitDurable(long number) {}

    @Override
    public void send(NodeMessage message) {}

    @Override
    public boolean hasRoom(NodeId peer) {
        return true;
    }

    @Override
    public void readEnded(long read, Reads.Outcome outcome) {}
}

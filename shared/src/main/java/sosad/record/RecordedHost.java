package sosad.record;

import java.util.function.BooleanSupplier;
import sosad.engine.Host;
import sosad.message.NodeMessage;
import sosad.model.NodeId;
import sosad.protocol.Reads;

/** The surroundings of an engine, whose answers are recorded while it takes something in. */
public record RecordedHost(Host host, InputEncoder encoder, BooleanSupplier isRecorded) implements Host {
    @Override
    public long epochMillis() {
        long answer = host.epochMillis();
        if (isRecorded.getAsBoolean()) {
            encoder.epochMillis(answer);
        }
        return answer;
    }

    @Override
    public long millis() {
        long answer = host.millis();
        if (isRecorded.getAsBoolean()) {
            encoder.millis(answer);
        }
        return answer;
    }

    @Override
    public boolean hasRoom(NodeId peer) {
        boolean answer = host.hasRoom(peer);
        if (isRecorded.getAsBoolean()) {
            encoder.hasRoom(answer);
        }
        return answer;
    }

    @Override
    public void send(NodeMessage message) {
        if (isRecorded.getAsBoolean()) {
            encoder.sent(message);
        }
        host.send(message);
    }

    @Override
    public void ringAt(long due) {
        host.ringAt(due);
    }

    @Override
    public void awaitDurable(long number) {
        host.awaitDurable(number);
    }

    @Override
    public void readEnded(long read, Reads.Outcome outcome) {
        host.readEnded(read, outcome);
    }
}

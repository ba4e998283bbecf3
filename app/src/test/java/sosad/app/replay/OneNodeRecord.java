package sosad.app.replay;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import sosad.engine.Engine;
import sosad.engine.EngineInput;
import sosad.engine.Host;
import sosad.engine.InputListener;
import sosad.engine.Journal;
import sosad.engine.Watcher;
import sosad.message.Live;
import sosad.message.NodeMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;
import sosad.record.BlockKind;
import sosad.record.Ending;
import sosad.record.EngineStates;
import sosad.record.InputEncoder;
import sosad.record.RecordFormat;
import sosad.record.RecordHeader;
import sosad.record.RecordedHost;
import sosad.record.RecordedJournal;
import sosad.wire.WireSizing;

/** The record of a live node without peers whose clients have written a few keys. */
public final class OneNodeRecord implements Host, Journal, Watcher, InputListener {
    private static final int START = 1_000_000;

    private final InputEncoder encoder = new InputEncoder(1_000);
    private final EngineStates states = new EngineStates();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final Engine engine;
    private boolean isRecorded;
    private long now = START;

    private OneNodeRecord(NodeId node) {
        Replica replica = new Replica(node, Set.of(), Rules.DOCUMENT, Saved.nothing(1), new WireSizing());
        engine = new Engine(
                replica,
                new RecordedHost(this, encoder, () -> isRecorded),
                new RecordedJournal(this, encoder, () -> isRecorded),
                this,
                ReadMode.LOCAL,
                1,
                this);
        file.writeBytes(
                RecordFormat.beginning(new RecordHeader("test", EngineStates.shape(), node, START, 1, false, START)));
        state();
    }

    /**
     * Returns the bytes of a record.
     *
     * @param isHonest whether the record says all that the node was told
     */
    public static byte[] of(NodeId node, int writes, boolean isHonest) {
        OneNodeRecord record = new OneNodeRecord(node);
        record.engine.goLive(Live.since(0));
        for (int i = 0; i < writes; i++) {
            record.now += 10;
            record.engine.put(new Key("k" + i), Value.of("v"), "client");
        }
        if (!isHonest) {
            record.inputs();
            record.engine.skew(1);
            record.encoder.takeBlock();
        }
        record.state();
        record.file.writeBytes(RecordFormat.ending(Ending.CLOSED));
        return record.file.toByteArray();
    }

    private void inputs() {
        if (encoder.size() > 0) {
            file.writeBytes(RecordFormat.block(BlockKind.INPUTS, encoder.takeBlock()));
        }
    }

    private void state() {
        inputs();
        file.writeBytes(RecordFormat.block(BlockKind.STATE, states.encode(engine.snapshot())));
    }

    @Override
    public void begins(EngineInput input) {
        isRecorded = true;
        encoder.input(input, now);
    }

    @Override
    public void ended() {
        isRecorded = false;
    }

    @Override
    public long epochMillis() {
        return now;
    }

    @Override
    public long millis() {
        return now;
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

    @Override
    public void entry(Entry entry) {}

    @Override
    public void sequence(long sequence) {}

    @Override
    public void peer(NodeId peer, SavedPeer saved) {}

    @Override
    public void store(long storeId, List<Stage> starts) {}

    @Override
    public long number() {
        return 0;
    }

    @Override
    public boolean isDurable() {
        return true;
    }
}

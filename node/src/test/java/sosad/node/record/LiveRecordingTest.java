package sosad.node.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.engine.EngineSnapshot;
import sosad.message.Launch.RecordTo;
import sosad.message.Live;
import sosad.message.NodeMessage;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.node.host.NodeHost;
import sosad.node.host.NodeJournal;
import sosad.node.host.PeerTraffic;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Saved;
import sosad.record.Ending;
import sosad.record.RecordReader;
import sosad.record.RecordReplay;
import sosad.record.Replayed;
import sosad.wire.MalformedException;
import sosad.wire.WireSizing;

/** The record of a host whose event loop is this test. */
class LiveRecordingTest {
    private static final long MAX_BYTES = 1 << 20;

    @TempDir
    private Path folder;

    private final BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
    private final List<EngineSnapshot> begun = new ArrayList<>();
    private final List<Replayed> inputs = new ArrayList<>();
    private final RecordReplay replay = new RecordReplay(begun::add, inputs::add);
    private long now = 1_000;

    private LiveRecording recording() {
        return new LiveRecording(
                Optional.of(new RecordTo(folder.toString(), MAX_BYTES)), RecordThread.Source.of(loop::add), () -> now);
    }

    private NodeHost host(LiveRecording recording) {
        Set<NodeId> peers = Set.of(new NodeId("B"));
        Replica replica =
                new Replica(new NodeId("A"), peers, Rules.DOCUMENT, Saved.nothing(1), () -> 0, new WireSizing());
        NodeHost.Alarm never = new NodeHost.Alarm() {
            @Override
            public long millis() {
                return now;
            }

            @Override
            public void set(long due, Runnable then) {}
        };
        NodeHost.Outbox nowhere = new NodeHost.Outbox() {
            @Override
            public void send(NodeMessage message) {}

            @Override
            public boolean hasRoom(NodeId peer) {
                return true;
            }
        };
        PeerTraffic traffic = new PeerTraffic(peers);
        return new NodeHost(
                replica, () -> now, never, nowhere, NodeJournal.NONE, traffic, recording, ReadMode.LOCAL, 1);
    }

    private void end(NodeHost host) throws InterruptedException {
        boolean[] isDone = {false};
        host.endRecord(() -> isDone[0] = true);
        while (!isDone[0]) {
            loop.take().run();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private void replayAll() throws IOException, MalformedException {
        for (Path file : files()) {
            try (RecordReader part = new RecordReader(Files.newInputStream(file))) {
                assertThat(replay.replay(part)).as("%s", file).isEmpty();
            }
        }
    }

    @Test
    void aRecordHoldsWhatHappenedFromGoingLiveToItsEnd() throws IOException, InterruptedException, MalformedException {
        NodeHost host = host(recording());
        host.put(new Key("before"), Value.of("1"), "c");
        host.engine().goLive(Live.since(0));
        host.put(new Key("during"), Value.of("2"), "c");
        end(host);
        host.put(new Key("after"), Value.of("3"), "c");
        replayAll();
        assertThat(inputs)
                .extracting(each -> each.input().getClass().getSimpleName())
                .containsExactly("GoLive", "Put");
        assertThat(begun.get(0).replica().keys()).containsExactly(new Key("before"));
        assertThat(replay.state().orElseThrow().replica().keys()).containsExactly(new Key("before"), new Key("during"));
        assertThat(replay.ending()).contains(Ending.ENDED);
    }

    @Test
    void aNodeThatIsNeverLiveRecordsNothing() throws IOException, InterruptedException {
        NodeHost host = host(recording());
        host.put(new Key("k"), Value.of("1"), "c");
        end(host);
        assertThat(files()).isEmpty();
    }

    /** Writes until the files have been begun anew again and again. */
    @Test
    void aRecordStaysWithinItsBoundAndKeepsStatesOfWhatIsThinnedOut()
            throws IOException, InterruptedException, MalformedException {
        NodeHost host = host(recording());
        host.engine().goLive(Live.since(0));
        long puts = 0;
        while (puts < 200_000) {
            for (int i = 0; i < 3_000; i++) {
                now++;
                host.put(new Key("k" + puts++ % 5), Value.of("some value or other"), "127.0.0.1:40000");
            }
            Thread.sleep(1); // or more would be lost than written
            for (Runnable next = loop.poll(); next != null; next = loop.poll()) {
                next.run();
            }
        }
        end(host);
        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(MAX_BYTES + MAX_BYTES / 4);
        replayAll();
        assertThat(begun).hasSizeGreaterThan(1);
        assertThat(inputs.get(0).number()).isGreaterThan(1);
        assertThat(replay.state()).contains(host.engine().snapshot());
    }

    @Test
    void whereTheDiskFailsTheNodeGoesOnWithoutARecord() throws IOException, InterruptedException {
        Files.createFile(folder.resolve("A-1000-0001.sosadrec"));
        NodeHost host = host(recording());
        host.engine().goLive(Live.since(0));
        host.put(new Key("k"), Value.of("1"), "c");
        end(host);
        assertThat(host.entry(new Key("k"))).isPresent();
        assertThat(Optional.of(files()))
                .hasValueSatisfying(files -> assertThat(files).hasSize(1));
    }
}

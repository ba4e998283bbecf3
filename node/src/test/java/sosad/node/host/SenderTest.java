package sosad.node.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sosad.message.DiskFault;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Kind;
import sosad.protocol.SavedPeer;
import sosad.protocol.Stage;
import sosad.protocol.Update;
import sosad.wire.Frame;

/** Messages that wait for a disk. */
class SenderTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private final List<Frame> left = new ArrayList<>();
    private final SlowJournal journal = new SlowJournal();
    private final Sender sender = new Sender(new Link(), journal, new PeerTraffic(Set.of(B)), 1);

    @Test
    void whileMuchWaitsForTheDiskNoMoreIsWorthComposing() {
        int sent = 0;
        while (sender.hasRoom(B) && sent < 100) {
            sender.sendUpdates(List.of(megabyte()));
            sent++;
        }
        assertThat(sent).isEqualTo(16);
        assertThat(left).isEmpty();
        journal.settle();
        assertThat(left).hasSize(16);
        assertThat(sender.hasRoom(B)).isTrue();
    }

    private static Update megabyte() {
        Entry entry = new Entry(new Key("k"), Optional.of(Value.of("x".repeat(1 << 20))), new Version(2, A, 1, 1));
        return new Update(A, B, Kind.PUSH, 1, 1, 1, OptionalLong.empty(), List.of(entry), List.of());
    }

    /** A link that takes everything. */
    private final class Link implements Outbox {
        @Override
        public void send(Frame frame) {
            left.add(frame);
        }

        @Override
        public boolean hasRoom(NodeId peer) {
            return true;
        }
    }

    /** A journal that settles when the test says so. */
    private static final class SlowJournal implements Journal {
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        void settle() {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }

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
        public boolean isSettled() {
            return false;
        }

        @Override
        public void whenSettled(Runnable then) {
            waiting.add(then);
        }

        @Override
        public long waitingBytes() {
            return 0;
        }

        @Override
        public boolean isBehind() {
            return false;
        }

        @Override
        public void become(DiskFault fault) {}

        @Override
        public void close() {}
    }
}

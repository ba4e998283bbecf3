package sosad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import sosad.message.NodeMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;
import sosad.wire.WireSizing;

/** Messages that wait for a disk. */
class SenderTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private final List<NodeMessage> left = new ArrayList<>();
    private final Slow slow = new Slow();
    private final Sender sender = new Sender(slow, slow, new WireSizing(), 1);

    @Test
    void whileMuchWaitsForTheDiskNoMoreIsWorthComposing() {
        int sent = 0;
        while (sender.hasRoom(B) && sent < 100) {
            sender.sendUpdates(List.of(megabyte()));
            sent++;
        }
        assertThat(sent).isEqualTo(16);
        assertThat(left).isEmpty();
        slow.settle();
        assertThat(left).hasSize(16);
        assertThat(sender.hasRoom(B)).isTrue();
    }

    private static Update megabyte() {
        Entry entry = new Entry(new Key("k"), Optional.of(Value.of("x".repeat(1 << 20))), new Version(2, A, 1, 1));
        return new Update(A, B, Kind.PUSH, 1, 1, 1, OptionalLong.empty(), List.of(entry), List.of());
    }

    /** Takes everything; its journal settles when the test says so. */
    private final class Slow extends NoHost implements Journal {
        private long number = 7;

        void settle() {
            sender.becameDurable(number);
        }

        @Override
        public void send(NodeMessage message) {
            left.add(message);
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
            return number;
        }

        @Override
        public boolean isDurable() {
            return false;
        }
    }
}

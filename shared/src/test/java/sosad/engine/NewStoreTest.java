package sosad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sosad.message.Live;
import sosad.message.Live.ClockKind;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;
import sosad.protocol.Sizing;
import sosad.protocol.StoreCheck;
import sosad.protocol.StoreCheck.Claim;
import sosad.protocol.StoreCheck.Stage;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;

/** A node that learns that its store is an older copy of what it was. */
class NewStoreTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final Stage THIS_START = new Stage(5, 0);

    private final List<NodeMessage> sent = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final Replica replica = new Replica(
            A,
            Set.of(B, C),
            Rules.DOCUMENT,
            Saved.nothing(10).startedAs(new Stage(4, 0)).startedAs(THIS_START),
            () -> 7,
            Sizing.UNLIMITED);
    private final Engine engine = new Engine(
            replica,
            new NoHost() {
                @Override
                public void send(NodeMessage message) {
                    sent.add(message);
                }
            },
            new Kept(),
            new Watcher() {},
            ReadMode.LOCAL,
            1);

    /** Notes what is kept of peers and of the store itself. */
    private final class Kept implements Journal {
        @Override
        public void entry(Entry entry) {}

        @Override
        public void sequence(long sequence) {}

        @Override
        public void peer(NodeId peer, SavedPeer saved) {
            kept.add("peer " + peer + " at " + saved.row().now());
        }

        @Override
        public void store(long storeId, List<Stage> starts) {
            kept.add("store " + storeId + " since " + starts.get(0).start());
        }

        @Override
        public long number() {
            return 7;
        }

        @Override
        public boolean isDurable() {
            return true;
        }
    }

    private void claims(long storeId, Stage... stages) {
        StoreCheck storeCheck =
                new StoreCheck(Optional.empty(), Optional.of(new Claim(storeId, List.of(stages))), List.of());
        Update update = new Update(B, A, Kind.HELLO, 3, 1, 1, OptionalLong.empty(), List.of(), List.of(), storeCheck);
        engine.receive(new PeerMessage(1, update));
    }

    private void live() {
        engine.goLive(new Live(ClockKind.WALL, 0, 0, 50, 1_000, 500));
        sent.clear();
    }

    @Test
    void aLiveNodeKeepsTheNewIdAndTellsAllItsPeers() {
        live();
        claims(10, new Stage(6, 1));
        assertThat(replica.storeId()).isEqualTo(11);
        assertThat(kept).contains("store 11 since 5", "peer B at 1", "peer C at 1");
        assertThat(sent)
                .extracting(message -> ((PeerMessage) message).update().kind())
                .containsExactly(Kind.HELLO, Kind.HELLO);
    }

    @Test
    void inStepModeNothingIsSentUnlessItIsAskedFor() {
        claims(10, new Stage(6, 1));
        assertThat(replica.storeId()).isEqualTo(11);
        assertThat(kept).contains("store 11 since 5");
        assertThat(sent).isEmpty();
    }

    @Test
    void aChangeThatIsNotHereShowsAnOlderCopyAndOneThatIsDoesNot() {
        live();
        claims(10, new Stage(4, 0), new Stage(5, 7));
        assertThat(replica.storeId()).isEqualTo(10);
        assertThat(sent).isEmpty();
        claims(10, new Stage(4, 1));
        assertThat(replica.storeId()).isEqualTo(11);
    }

    @Test
    void aGreaterStoreIdThatAPeerHasSeenIsExceeded() {
        live();
        claims(99);
        assertThat(replica.storeId()).isEqualTo(100);
        claims(98, new Stage(6, 1));
        assertThat(replica.storeId()).isEqualTo(100);
    }

    @Test
    void anOwnWriteThatIsNotHereShowsAnOlderCopy() {
        live();
        Replica other = new Replica(A, Set.of(B), Rules.DOCUMENT, Saved.nothing(10), Sizing.UNLIMITED);
        Entry lost = other.put(new Key("k"), Value.of("v"), 3).entry();
        engine.receive(new PeerMessage(
                1, new Update(B, A, Kind.PUSH, 3, 1, 1, OptionalLong.empty(), List.of(lost), List.of())));
        assertThat(replica.storeId()).isEqualTo(11);
        assertThat(replica.entry(new Key("k"))).contains(lost);
    }
}

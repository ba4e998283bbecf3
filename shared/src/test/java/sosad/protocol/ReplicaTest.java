package sosad.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Received.SenderStatus;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Update.Kind;
import sosad.protocol.Update.Receipt;

/** The rules one by one ({@code docs/protocol.md}). */
@Tag("locale")
class ReplicaTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final Key K1 = new Key("k1");
    private static final Key K2 = new Key("k2");
    private static final Value V = Value.of("v");

    private long storeIds;

    private Replica replica(NodeId id, Rules rules) {
        Set<NodeId> peers = new java.util.HashSet<>(Set.of(A, B, C));
        peers.remove(id);
        return new Replica(id, peers, rules, Saved.nothing(++storeIds), Sizing.UNLIMITED);
    }

    private Replica replica(NodeId id, Content content) {
        return replica(id, new Rules(content, Timestamps.PER_KEY, Schedule.TOGETHER, 1));
    }

    private static Update only(List<Update> updates) {
        assertThat(updates).hasSize(1);
        return updates.get(0);
    }

    private static List<String> names(Update update) {
        return update.changes().stream()
                .map(entry -> entry.key() + "@" + entry.timestamp())
                .toList();
    }

    @Test
    void theLatestChangeOfEachKeyIsSentAndNeverTheHistory() {
        Replica node = replica(A, Content.REMOTE_NOW);
        String[][] writes = {{"A", "31"}, {"B", "11"}, {"A", "12"}, {"C", "39"}, {"A", "17"}, {"C", "RL"}};
        for (int i = 0; i < writes.length; i++) {
            node.put(new Key(writes[i][0]), Value.of(writes[i][1]), i + 1);
        }
        assertThat(names(only(node.push(B)))).containsExactly("B@2", "A@5", "C@6");
    }

    @Test
    void aPushOfWhichNothingIsLeftSettlesItsKeys() {
        Replica a = replica(A, Content.REMOTE_NOW);
        Replica b = replica(B, Content.REMOTE_NOW);
        a.put(K1, V, 2);
        b.put(K1, V, 3);
        a.receive(only(b.push(A)));
        assertThat(a.push(B)).isEmpty();
        assertThat(a.owedPushes(B)).isZero();
        assertThat(a.owedPushes(C)).as("nothing was pushed there").isEqualTo(1);
    }

    @Test
    void aKeyKeepsItsNumberWhateverIsWrittenUnderIt() {
        Replica node = replica(A, Content.FULL);
        Replica other = replica(B, Content.FULL);
        node.put(K1, V, 2);
        other.put(K2, V, 3);
        node.receive(only(other.sync(A, any -> true)));
        node.delete(K1, 4);
        assertThat(node.nth(0)).isEqualTo(node.entry(K1).orElseThrow());
        assertThat(node.nth(1)).isEqualTo(node.entry(K2).orElseThrow());
        assertThat(node.size()).isEqualTo(2);
    }

    @Test
    void nowIsTheNewestTimestampReceivedAndNotTheTimeOfReceiving() {
        Replica a = replica(A, Content.REMOTE_NOW);
        Replica c = replica(C, Content.REMOTE_NOW);
        a.put(K1, V, 2);
        c.receive(only(a.sync(C, any -> true)));
        assertThat(c.row(A)).isEqualTo(new Row(2, 1, 2));
    }

    @Test
    void aPushMovesNowAloneAndASyncMovesBoth() {
        Replica a = replica(A, Content.FULL);
        Replica b = replica(B, Content.FULL);
        a.put(K1, V, 5);
        b.receive(only(a.push(B)));
        assertThat(b.row(A)).isEqualTo(new Row(5, 1, 1));
        b.receive(only(a.sync(B, any -> true)));
        assertThat(b.row(A)).isEqualTo(new Row(5, 1, 5));
        a.put(K1, V, 7);
        b.receive(only(a.sync(B, any -> true)));
        assertThat(b.row(A)).isEqualTo(new Row(7, 5, 7));
    }

    @Test
    void aRepeatedSyncStillCountsAsASyncAndShiftsPrev() {
        Replica a = replica(A, Content.FULL);
        Replica b = replica(B, Content.FULL);
        a.put(K1, V, 5);
        Update sync = only(a.sync(B, any -> true));
        b.receive(sync);
        b.receive(sync);
        assertThat(b.row(A)).isEqualTo(new Row(5, 5, 5));
    }

    @Test
    void aMessageLeftWithoutChangesRaisesNoNow() {
        Replica a = replica(A, Content.FULL);
        Replica b = replica(B, Content.FULL);
        a.put(K1, V, 5);
        b.receive(only(a.sync(B, any -> true)).without(Set.of(K1)));
        assertThat(b.row(A)).isEqualTo(new Row(1, 1, 1));
    }

    @Test
    void underRemoteNowASyncOffersWhatIsAtLeastAsNewAsThePeer() {
        Replica a = replica(A, Content.REMOTE_NOW);
        Replica b = replica(B, Content.REMOTE_NOW);
        b.put(K1, V, 3);
        a.receive(only(b.push(A)));
        a.put(K2, V, 2);
        assertThat(names(only(a.sync(B, any -> true)))).containsExactly("k1@3");
        assertThat(names(only(a.sync(C, any -> true)))).containsExactly("k2@2", "k1@3");
    }

    @Test
    void aLostPushIsNeverOfferedAgainUnderRemoteNow() {
        Replica a = replica(A, Content.REMOTE_NOW);
        Replica b = replica(B, Content.REMOTE_NOW);
        a.put(K1, V, 2);
        b.put(K2, V, 3);
        a.push(B); // lost
        a.receive(only(b.push(A)));
        for (int round = 0; round < 10; round++) {
            a.sync(B, any -> true).forEach(b::receive);
            b.sync(A, any -> true).forEach(a::receive);
        }
        assertThat(b.entry(K1)).isEmpty();
    }

    @Test
    void theSameLossHealsUnderPerKey() {
        Replica a = replica(A, Content.PER_KEY);
        Replica b = replica(B, Content.PER_KEY);
        a.put(K1, V, 2);
        b.put(K2, V, 3);
        a.push(B); // lost
        a.receive(only(b.push(A)));
        a.sync(B, any -> true).forEach(b::receive);
        assertThat(b.entry(K1)).isPresent();
    }

    @Test
    void underPerKeyAChangeIsLackedUntilItIsReceiptedHoweverItWasSent() {
        Replica a = replica(A, Content.PER_KEY);
        Replica b = replica(B, Content.PER_KEY);
        a.put(K1, V, 2);
        a.leavePushesToSync(B);
        assertThat(a.owedPushes(B)).isZero();
        assertThat(a.ownChangesLackedBy(B)).isEqualTo(1);
        b.put(K2, V, 3);
        a.receive(only(b.push(A)));
        assertThat(a.ownChangesLackedBy(B)).as("B's own change is none of A's").isEqualTo(1);
        b.receive(only(a.sync(B, any -> true)));
        assertThat(a.ownChangesLackedBy(B)).as("no receipt yet").isEqualTo(1);
        a.receive(only(b.sync(A, any -> true)));
        assertThat(a.ownChangesLackedBy(B)).isZero();
        assertThat(a.ownChangesLackedBy(C)).isEqualTo(1);
    }

    @Test
    void underTheOtherRulesAPushThatWasSentCountsAsArrived() {
        Replica a = replica(A, Content.REMOTE_NOW);
        a.put(K1, V, 2);
        assertThat(a.ownChangesLackedBy(B)).isEqualTo(1);
        a.push(B);
        assertThat(a.ownChangesLackedBy(B)).isZero();
    }

    @Test
    void underRemotePrevOneLostPushIsHealed() {
        Replica a = replica(A, Content.REMOTE_PREV);
        Replica b = replica(B, Content.REMOTE_PREV);
        a.put(K1, V, 2);
        b.put(K2, V, 3);
        a.push(B); // lost
        a.receive(only(b.push(A)));
        a.sync(B, any -> true).forEach(b::receive);
        assertThat(b.entry(K1)).isPresent();
    }

    @Test
    void underPerKeyASyncIsSentEvenIfItIsOnlyAHeader() {
        assertThat(only(replica(A, Content.PER_KEY).sync(B, any -> true)).changes())
                .isEmpty();
        assertThat(replica(A, Content.FULL).sync(B, any -> true)).isEmpty();
    }

    @Test
    void aReceiptStopsTheOfferAndALostReceiptDoesNotComeAgainByItself() {
        Replica a = replica(A, Content.PER_KEY);
        Replica b = replica(B, Content.PER_KEY);
        a.put(K1, V, 2);
        b.receive(only(a.push(B)));
        b.sync(A, any -> true); // carries the receipt, and is lost
        assertThat(only(b.sync(A, any -> true)).receipts()).isEmpty();
        b.receive(only(a.sync(B, any -> true))); // offered again, since A has no receipt
        Update withReceipt = only(b.sync(A, any -> true));
        assertThat(withReceipt.receipts()).hasSize(1);
        a.receive(withReceipt);
        assertThat(only(a.sync(B, any -> true)).changes()).isEmpty();
    }

    @Test
    void aPushIgnoresWhatThePeerIsKnownToHoldAndASyncDoesNotSettleIt() {
        Replica a = replica(A, Content.PER_KEY);
        Replica b = replica(B, Content.PER_KEY);
        a.put(K1, V, 2);
        b.receive(only(a.sync(B, any -> true)));
        a.receive(only(b.sync(A, any -> true)));
        assertThat(names(only(a.push(B)))).containsExactly("k1@2");
        assertThat(a.push(B)).isEmpty();
    }

    @Test
    void aPushLeavesOutWhatAnotherNodeHasOverwritten() {
        Replica a = replica(A, Content.FULL);
        Replica b = replica(B, Content.FULL);
        a.put(K1, V, 2);
        b.put(K1, V, 3);
        a.receive(only(b.push(A)));
        assertThat(a.push(B)).isEmpty();
    }

    @Test
    void aWriteWithALaggingClockIsAcknowledgedAndLosesAndIsNotOwed() {
        Replica a = replica(A, Content.FULL);
        a.put(K1, Value.of("new"), 5);
        a.push(B);
        Written late = a.put(K1, Value.of("old"), 4);
        assertThat(late.lost()).isTrue();
        assertThat(late.entry().version().sequence()).isEqualTo(2);
        assertThat(a.entry(K1).flatMap(Entry::value)).contains(Value.of("new"));
        assertThat(a.push(B)).isEmpty();
    }

    @Test
    void twoWritesAtOneTimeAreOrderedBySequence() {
        Replica a = replica(A, Content.FULL);
        a.put(K1, Value.of("first"), 5);
        a.put(K1, Value.of("second"), 5);
        assertThat(a.entry(K1).flatMap(Entry::value)).contains(Value.of("second"));
    }

    @Test
    void aDeleteWritesATombstoneEvenWhereNothingIsHeld() {
        Replica a = replica(A, Content.FULL);
        assertThat(a.delete(K1, 2).hadValue()).isFalse();
        assertThat(a.tombstones()).isEqualTo(1);
        assertThat(names(only(a.push(B)))).containsExactly("k1@2");
    }

    @Test
    void aNodeWhoseHelloWasLostIsStillRecognisedByItsNextSync() {
        Replica a = replica(A, Content.PER_KEY);
        Replica b = replica(B, Content.PER_KEY);
        a.put(K1, V, 2);
        b.receive(only(a.sync(B, any -> true)));
        a.receive(only(b.sync(A, any -> true)));
        assertThat(only(a.sync(B, any -> true)).changes()).isEmpty();

        Replica restarted = replica(B, Content.PER_KEY); // its hello is lost
        Received header = a.receive(only(restarted.sync(A, any -> true)));

        assertThat(header.status()).isEqualTo(SenderStatus.CAME_BACK_EMPTY);
        restarted.receive(only(a.sync(B, any -> true)));
        assertThat(restarted.entry(K1)).isPresent();
    }

    @Test
    void aVersionWrittenAgainAfterARestartIsAnother() {
        Replica before = replica(A, Content.PER_KEY);
        Replica b = replica(B, Content.PER_KEY);
        before.put(K1, Value.of("before"), 2);
        b.receive(only(before.push(B)));

        Replica after = replica(A, Content.PER_KEY);
        after.put(K1, Value.of("after"), 2); // the same time, node and sequence
        b.receive(only(after.push(B)));

        assertThat(b.entry(K1).flatMap(Entry::value)).contains(Value.of("after"));
    }

    @Test
    void aNodeThatCameBackEmptyHasItsRowBegunAnew() {
        Replica a = replica(A, Content.FULL);
        Replica b = replica(B, Content.FULL);
        a.put(K1, V, 5);
        b.receive(only(a.sync(B, any -> true)));
        Received hello = b.receive(replica(A, Content.FULL).hello(B));
        assertThat(hello.status()).isEqualTo(SenderStatus.CAME_BACK_EMPTY);
        assertThat(b.row(A)).isEqualTo(Row.start(1));
    }

    @Test
    void aStragglerOfAStoreThatIsGoneChangesEntriesAndNothingElse() {
        Replica old = replica(A, Content.PER_KEY);
        Replica b = replica(B, Content.PER_KEY);
        old.put(K1, V, 5);
        Update late = only(old.sync(B, any -> true));
        b.receive(replica(A, Content.PER_KEY).hello(B));

        Received straggler = b.receive(late);

        assertThat(straggler.status()).isEqualTo(SenderStatus.STRAGGLER);
        assertThat(straggler.applied()).hasSize(1);
        assertThat(b.row(A)).isEqualTo(Row.start(1));
        Update toA = only(b.sync(A, any -> true));
        assertThat(toA.receipts()).isEmpty();
        assertThat(names(toA)).as("nobody is known to hold it").containsExactly("k1@5");
    }

    @Test
    void newestStampsAllChangesWithTheNewestTimestamp() {
        Replica a = replica(A, new Rules(Content.FULL, Timestamps.NEWEST, Schedule.TOGETHER, 1));
        a.put(K1, V, 2);
        a.put(K2, V, 5);
        Update update = only(a.push(B));
        assertThat(update.stamp()).isEqualTo(OptionalLong.of(5));
        assertThat(names(update)).containsExactly("k1@5", "k2@5");
    }

    @Test
    void averageStampsWithTheFlooredAverageBelowZeroToo() {
        Replica a = replica(A, new Rules(Content.FULL, Timestamps.AVERAGE, Schedule.TOGETHER, 1));
        a.put(K1, V, -4);
        a.put(K2, V, -1);
        assertThat(only(a.push(B)).stamp()).isEqualTo(OptionalLong.of(-3));
    }

    @Test
    void aRollingSyncGoesRoundBeginningAfterTheNodeItself() {
        Replica b = replica(B, new Rules(Content.FULL, Timestamps.PER_KEY, Schedule.ROLLING, 1));
        assertThat(b.syncDestinations()).containsExactly(C);
        assertThat(b.syncDestinations()).containsExactly(A);
        assertThat(b.syncDestinations()).containsExactly(C);
    }

    @Test
    void aSyncOverTheLimitGoesInPartsOldestFirstAndOnlyTheLastIsASync() {
        Sizing twoChanges = new Sizing() {
            @Override
            public long bytes(Entry change) {
                return 1;
            }

            @Override
            public long bytes(Receipt receipt) {
                return 1;
            }

            @Override
            public long budget() {
                return 2;
            }
        };
        Rules rules = new Rules(Content.FULL, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
        Replica a = new Replica(A, Set.of(B), rules, Saved.nothing(1), twoChanges);
        for (int i = 5; i > 0; i--) {
            a.put(new Key("k" + i), V, i);
        }
        List<Update> parts = a.sync(B, any -> true);
        assertThat(parts.stream().map(Update::kind)).containsExactly(Kind.PUSH, Kind.PUSH, Kind.SYNC);
        assertThat(parts.stream().flatMap(part -> names(part).stream()))
                .containsExactly("k1@1", "k2@2", "k3@3", "k4@4", "k5@5");
    }

    @Test
    void contradictorySwitchesAreRefused() {
        assertThatThrownBy(() -> new Rules(Content.PER_KEY, Timestamps.NEWEST, Schedule.TOGETHER, 1))
                .hasMessageContaining("contradicts timestamps newest");
    }

    @Test
    void aMessageForSomebodyElseIsRefused() {
        Replica a = replica(A, Content.FULL);
        a.put(K1, V, 2);
        Update forB = only(a.push(B));
        assertThatThrownBy(() -> replica(C, Content.FULL).receive(forB)).hasMessage("a message for B came to C");
    }
}

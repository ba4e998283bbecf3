package sosad.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/** Three nodes whose questions and answers the test delivers. */
@Tag("locale")
class ReadsTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final Key KEY = new Key("k");

    private final Map<NodeId, Replica> replicas = new HashMap<>();
    private final Map<NodeId, Reads> reads = new HashMap<>();
    private final Deque<Inquiry> network = new ArrayDeque<>();

    ReadsTest() {
        for (NodeId id : List.of(A, B, C)) {
            Set<NodeId> peers = new java.util.HashSet<>(Set.of(A, B, C));
            peers.remove(id);
            Replica replica = new Replica(id, peers, Rules.DOCUMENT, Saved.nothing(1), Sizing.UNLIMITED);
            replicas.put(id, replica);
            reads.put(id, new Reads(replica));
        }
    }

    private Reads.Step begin(NodeId at, ReadMode mode) {
        Reads.Step step = reads.get(at).begin(KEY, mode);
        network.addAll(step.send());
        return step;
    }

    private Reads.Step deliverNext() {
        Inquiry inquiry = network.remove();
        Reads.Step step = reads.get(inquiry.to()).hear(inquiry);
        network.addAll(step.send());
        return step;
    }

    private Optional<Reads.Outcome> deliverAll() {
        Optional<Reads.Outcome> outcome = Optional.empty();
        while (!network.isEmpty()) {
            Optional<Reads.Outcome> here = deliverNext().outcome();
            outcome = here.isPresent() ? here : outcome;
        }
        return outcome;
    }

    private void write(NodeId at, String value, long time) {
        replicas.get(at).put(KEY, Value.of(value), time);
    }

    private static Optional<String> value(Optional<Entry> entry) {
        return entry.flatMap(Entry::value).map(Value::text);
    }

    private Optional<String> held(NodeId at) {
        return value(replicas.get(at).entry(KEY));
    }

    @Test
    void aLocalReadAsksNobody() {
        write(B, "v", 2);
        Reads.Step step = begin(A, ReadMode.LOCAL);
        assertThat(network).isEmpty();
        assertThat(step.outcome().orElseThrow().entry()).isEmpty();
    }

    @Test
    void findAsksOnlyOnAMissAndTakesTheFirstEntryThatIsAnswered() {
        write(C, "v", 2);
        assertThat(begin(C, ReadMode.FIND).outcome()).isPresent();
        assertThat(network).isEmpty();

        begin(A, ReadMode.FIND);
        assertThat(network).hasSize(2);
        assertThat(value(deliverAll().orElseThrow().entry())).contains("v");
        assertThat(held(A)).as("find only reads").isEmpty();
    }

    @Test
    void findOfWhatNobodyHoldsEndsWhenAllHaveAnswered() {
        begin(A, ReadMode.FIND);
        deliverNext();
        deliverNext();
        assertThat(deliverNext().outcome()).isEmpty();
        Reads.Outcome outcome = deliverNext().outcome().orElseThrow();
        assertThat(outcome.entry()).isEmpty();
        assertThat(outcome.isFailure()).isFalse();
    }

    @Test
    void aTombstoneIsAnAnswerAndNoMiss() {
        write(C, "v", 2);
        replicas.get(A).delete(KEY, 1);
        assertThat(begin(A, ReadMode.FIND)
                        .outcome()
                        .orElseThrow()
                        .entry()
                        .orElseThrow()
                        .isTombstone())
                .isTrue();
    }

    @Test
    void newestGivesTheNewestOfAllAndBringsTheOthersUpToDate() {
        write(A, "old", 2);
        write(B, "new", 3);
        begin(A, ReadMode.NEWEST);
        assertThat(value(deliverAll().orElseThrow().entry())).contains("new");
        assertThat(held(A)).contains("new");
        assertThat(held(B)).contains("new");
        assertThat(held(C)).contains("new");
    }

    @Test
    void newestRepairsOnlyThoseThatAreStale() {
        write(A, "v", 2);
        replicas.get(C).adopt(replicas.get(A).entry(KEY).orElseThrow());
        begin(B, ReadMode.NEWEST);
        deliverNext();
        deliverNext();
        deliverNext();
        assertThat(deliverNext().send()).isEmpty();
        assertThat(held(B)).contains("v");
    }

    @Test
    void aWriteDuringTheReadCounts() {
        write(B, "old", 2);
        begin(A, ReadMode.NEWEST);
        write(A, "new", 3);
        assertThat(value(deliverAll().orElseThrow().entry())).contains("new");
        assertThat(held(B)).contains("new");
    }

    @Test
    void aReadThatIsGivenUpNamesWhoHasNotAnswered() {
        write(B, "v", 2);
        Reads.Step step = begin(A, ReadMode.NEWEST);
        network.removeIf(inquiry -> inquiry.to().equals(C));
        assertThat(deliverAll()).isEmpty();
        assertThat(reads.get(A).waiting()).containsExactly(step.read());
        Reads.Outcome outcome = reads.get(A).giveUp(step.read()).orElseThrow();
        assertThat(outcome.silent()).containsExactly(C);
        assertThat(outcome.isFailure()).isTrue();
        assertThat(reads.get(A).giveUp(step.read())).isEmpty();
    }

    @Test
    void anAnswerThatComesTwiceCountsOnce() {
        write(B, "v", 2);
        begin(A, ReadMode.NEWEST);
        deliverNext();
        network.addFirst(network.getLast());
        deliverNext();
        network.removeIf(inquiry -> inquiry instanceof Inquiry.Answer);
        assertThat(reads.get(A).waiting()).hasSize(1);
    }

    @Test
    void readsMoveNoRow() {
        write(B, "v", 9);
        begin(A, ReadMode.NEWEST);
        deliverAll();
        assertThat(replicas.get(A).row(B)).isEqualTo(Row.start(1));
        assertThat(replicas.get(C).row(A)).isEqualTo(Row.start(1));
    }

    @Test
    void anInquiryForSomebodyElseIsRefused() {
        Inquiry stray = new Inquiry.Ask(A, B, 1, KEY);
        assertThatThrownBy(() -> reads.get(C).hear(stray)).isInstanceOf(IllegalArgumentException.class);
    }
}

package sosad.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import sosad.app.fabric.Delay;
import sosad.app.fabric.Delay.Spread;
import sosad.app.fault.LinkFault;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

class SimNetworkTest {
    private static final Link TO_B = new Link(new NodeId("A"), new NodeId("B"));
    private static final Link TO_C = new Link(new NodeId("A"), new NodeId("C"));
    private static final int MESSAGES = 2_000;

    private static List<Long> lost(SimNetwork network, Link link) {
        return LongStream.range(0, MESSAGES)
                .filter(at -> network.send(link, FrameKind.PUSH, at).isEmpty())
                .boxed()
                .toList();
    }

    @Test
    void asManyMessagesAreLostAsTheShareSays() {
        assertThat(lost(new SimNetwork(1, 0.1), TO_B)).hasSizeBetween(MESSAGES / 10 - 40, MESSAGES / 10 + 40);
        assertThat(lost(new SimNetwork(1, 0), TO_B)).isEmpty();
    }

    @Test
    void theFateOfAMessageDoesNotDependOnWhatElseIsSent() {
        List<Long> alone = lost(new SimNetwork(1, 0.1), TO_B);

        SimNetwork busy = new SimNetwork(1, 0.1);
        List<Long> among = new ArrayList<>();
        for (long at = 0; at < MESSAGES; at++) {
            busy.send(TO_B, FrameKind.SYNC, at);
            busy.send(TO_C, FrameKind.PUSH, at);
            if (busy.send(TO_B, FrameKind.PUSH, at).isEmpty()) {
                among.add(at);
            }
        }
        assertThat(among).isEqualTo(alone);
    }

    @Test
    void linksKindsAndSeedsHaveFatesOfTheirOwn() {
        List<Long> pushes = lost(new SimNetwork(1, 0.1), TO_B);

        assertThat(lost(new SimNetwork(1, 0.1), TO_C)).isNotEqualTo(pushes);
        assertThat(lost(new SimNetwork(2, 0.1), TO_B)).isNotEqualTo(pushes);
    }

    @Test
    void aCutLosesEverythingUntilItIsHealed() {
        SimNetwork network = new SimNetwork(1, 0);
        network.inject(TO_B, new LinkFault.Cut());
        assertThat(lost(network, TO_B)).hasSize(MESSAGES);
        assertThat(lost(network, TO_C)).isEmpty();

        network.heal(TO_B, new LinkFault.Cut());
        assertThat(lost(network, TO_B)).isEmpty();
    }

    @Test
    void aDuplicateArrivesTwiceAndACorruptFrameNotAtAll() {
        SimNetwork network = new SimNetwork(1, 0);
        network.inject(TO_B, new LinkFault.Duplicate(1));
        assertThat(network.send(TO_B, FrameKind.PUSH, 10)).containsExactly(11L, 11L);

        network.inject(TO_C, new LinkFault.Corrupt(1));
        assertThat(network.send(TO_C, FrameKind.PUSH, 10)).isEmpty();
    }

    @Test
    void delayedMessagesKeepTheirOrderUnlessTheyMayOvertakeEachOther() {
        SimNetwork network = new SimNetwork(1, 0);
        network.inject(TO_B, new LinkFault.Late(new Delay(100, 50, Spread.UNIFORM)));
        network.inject(TO_C, new LinkFault.Reorder(50));

        assertThat(arrivals(network, TO_B)).isSorted().anyMatch(at -> at > 100);
        List<Long> overtaking = arrivals(network, TO_C);
        assertThat(overtaking).isNotEqualTo(overtaking.stream().sorted().toList());
    }

    private static List<Long> arrivals(SimNetwork network, Link link) {
        return LongStream.range(0, 100)
                .boxed()
                .flatMap(at -> network.send(link, FrameKind.PUSH, at).stream())
                .toList();
    }

    @Test
    void onceItIsCalmNothingIsLost() {
        SimNetwork network = new SimNetwork(1, 0.9);
        network.calm();

        assertThat(lost(network, TO_B)).isEmpty();
    }
}

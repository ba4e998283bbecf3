package sosad.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.fabric.Delay;
import sosad.app.fabric.LinkConditions;
import sosad.app.fabric.LinkCounts;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.fault.plan.Members;
import sosad.model.Link;
import sosad.model.NodeId;

@Tag("locale")
class LinkTextTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final LinkConditions THREE = LinkConditions.NONE
            .withLoss(0.1)
            .withDelay(new Delay(100, 20, Delay.Spread.NORMAL))
            .withBytesPerSecond(20_000);

    @Test
    void aLinkSaysTwoThingsAtMostOrAsLittleAsThereIsRoomFor() {
        assertThat(LinkText.onTheLink(LinkConditions.NONE.withLoss(0.1))).isEqualTo("10 % lost");
        assertThat(LinkText.onTheLink(THREE)).isEqualTo("10 % lost + 2");
        assertThat(LinkText.inBrief(LinkConditions.NONE.withLoss(0.1))).isEqualTo("10 %");
        assertThat(LinkText.inBrief(LinkConditions.NONE.withCut(true))).isEqualTo("cut");
        assertThat(LinkText.inBrief(THREE)).isEqualTo("3 faults");
    }

    @Test
    void inFullNothingIsLeftOut() {
        assertThat(LinkText.inFull(new Link(A, B), THREE, new LinkCounts(1_207, 1_000, 200, 3, 4)))
                .isEqualTo("A → B: 10 % lost, +100 ± 20 ms, 20 kB/s\n"
                        + "1,207 sent, 1,000 passed, 200 lost, 3 twice, 4 corrupt, 10 under way");
        assertThat(LinkText.inFull(new Link(A, B), LinkConditions.NONE, LinkCounts.NONE))
                .isEqualTo("A → B: nothing is wrong\n0 sent, 0 passed");
    }

    @Test
    void manyLinksAreCountedAndAllAreCalledSo() {
        Members members = new Members(List.of(A, B, C), List.of());
        List<Link> all = new ArrayList<>();
        members.nodes().forEach(from -> members.nodes().stream()
                .filter(to -> !to.equals(from))
                .forEach(to -> all.add(new Link(from, to))));
        assertThat(LinkText.of(new Fault.OnLinks(all, new LinkFault.Cut()), members))
                .isEqualTo("all links: cut");
        assertThat(LinkText.of(new Fault.OnLinks(all.subList(0, 4), new LinkFault.Cut()), members))
                .isEqualTo("4 links: cut");
        assertThat(LinkText.of(new Fault.OnLinks(all.subList(0, 1), new LinkFault.Cut()), members))
                .isEqualTo("A to B: cut");
    }
}

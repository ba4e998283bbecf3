package sosad.app.fault.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.fault.ClientFault;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.model.Link;
import sosad.model.NodeId;

@Tag("locale")
class PickTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Members MEMBERS = new Members(List.of(A, B, new NodeId("C")), List.of());

    @Test
    void linksSufferTogetherAndProcessesOneByOne() {
        SplittableRandom chance = new SplittableRandom(1);
        Link link = new Link(A, B);
        LinkFault loss = new LinkFault.Loss(0.05);
        assertThat(new Pick.NamedLinks(List.of(link)).faults(loss, MEMBERS, chance))
                .containsExactly(new Fault.OnLinks(List.of(link), loss));
        Pick both = new Pick.NamedProcesses(List.of(A, B));
        ProcessFault kill = new ProcessFault.Kill();
        assertThat(both.faults(kill, MEMBERS, chance))
                .containsExactly(new Fault.OnProcess(A, kill), new Fault.OnProcess(B, kill));
        ClientFault flood = new ClientFault.Flood(3);
        assertThat(both.faults(flood, MEMBERS, chance))
                .containsExactly(new Fault.OnProcess(A, flood), new Fault.OnProcess(B, flood));
    }

    @Test
    void whatIsLeftToChanceFollowsFromTheSeed() {
        LinkFault loss = new LinkFault.Loss(0.05);
        assertThat(LinkPick.ONE_LINK.faults(loss, MEMBERS, new SplittableRandom(3)))
                .isEqualTo(LinkPick.ONE_LINK.faults(loss, MEMBERS, new SplittableRandom(3)))
                .hasSize(1);
    }
}

package sosad.app.lab.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sosad.app.history.HistoryEvent;
import sosad.app.history.HistoryEvent.Trigger;
import sosad.app.history.RunEvent;
import sosad.model.Link;
import sosad.model.NodeId;

class CauseIndexTest {
    private static final Link LINK = new Link(new NodeId("A"), new NodeId("B"));
    private static final Link OTHER = new Link(new NodeId("B"), new NodeId("A"));

    private final CauseIndex index = new CauseIndex();
    private final HistoryEvent cut = event(1, new RunEvent.Cut(List.of(LINK, OTHER)));
    private final HistoryEvent live = event(2, new RunEvent.StepOpened(2, Optional.of("live")));

    private HistoryEvent event(int id, RunEvent what) {
        return index.event(id, what, Trigger.HAND);
    }

    private List<HistoryEvent> causesOfALossOn(Link link) {
        index.becauseOf(link);
        return event(9, new RunEvent.StepDone()).causes();
    }

    @Test
    void aLinkThatWasHealedAndCutAgainWhileLiveIsCutByWhatWasDoneThen() {
        index.clocksStop(Set.of(LINK, OTHER), Set.of(OTHER), live);
        assertThat(causesOfALossOn(LINK)).containsExactly(live);
        assertThat(causesOfALossOn(OTHER)).containsExactly(cut);
    }

    @Test
    void aLinkThatWasHealedWhileLiveIsCutByTheNextCut() {
        index.clocksStop(Set.of(), Set.of(), live);
        assertThat(causesOfALossOn(LINK)).isEmpty();
        HistoryEvent again = event(3, new RunEvent.Cut(List.of(LINK)));
        assertThat(causesOfALossOn(LINK)).containsExactly(again);
    }

    @Test
    void aLinkThatIsCutTwiceIsCutByTheFirst() {
        event(3, new RunEvent.Cut(List.of(LINK)));
        assertThat(causesOfALossOn(LINK)).containsExactly(cut);
    }
}

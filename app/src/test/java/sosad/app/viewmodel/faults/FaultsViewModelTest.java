package sosad.app.viewmodel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sosad.app.history.RuleInForce;
import sosad.app.scenario.Action;
import sosad.app.scenario.TrafficRule;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;
import sosad.app.viewmodel.HandsOnViewModel;
import sosad.app.viewmodel.LiveViewModel;
import sosad.model.Link;
import sosad.wire.FrameKind;

class FaultsViewModelTest {
    private final TestLab desk = TestLab.with(Scenarios.sample());
    private final FaultsViewModel faults = new FaultsViewModel(
            desk.lab,
            new HandsOnViewModel(desk.lab, desk.engine),
            new LiveViewModel(desk.lab, desk.engine, desk.playback));

    FaultsViewModelTest() {
        desk.engine.act(new Action.Get(
                Scenarios.A, new sosad.model.Key("k"), sosad.protocol.Reads.ReadMode.LOCAL, Optional.empty()));
    }

    @Test
    void theFormSaysItsRuleAndSetsIt() {
        faults.form().treatmentProperty().set(Treatment.DELAY);
        faults.form().stepsProperty().set(3);
        faults.form().everyProperty().set(2);
        faults.form().kindProperty().set(Optional.of(FrameKind.PUSH));
        faults.form().fromProperty().set(Optional.of(Scenarios.B));
        assertThat(faults.form().sentenceProperty().getValue()).isEqualTo("delay every second push from B by 3 steps");

        faults.form().set();

        assertThat(faults.rules())
                .containsExactly(new RuleInForce(
                        new TrafficRule(
                                Optional.of(Scenarios.B),
                                Optional.empty(),
                                Optional.of(FrameKind.PUSH),
                                2,
                                Treatment.DELAY,
                                3),
                        0));
        assertThat(faults.ailmentsProperty().get()).isEqualTo("1 rule");
        faults.end(0);
        assertThat(faults.rules()).isEmpty();
    }

    @Test
    void aRuleFromANodeToItselfIsNotSet() {
        faults.form().fromProperty().set(Optional.of(Scenarios.A));
        faults.form().toProperty().set(Optional.of(Scenarios.A));
        faults.form().set();
        assertThat(faults.form().problemProperty().getValue()).startsWith("A sends nothing to itself");
        assertThat(faults.rules()).isEmpty();
    }

    @Test
    void whatARuleHasDoneIsCounted() {
        TrafficRule rule = new TrafficRule(Optional.empty(), Optional.empty(), Optional.empty(), 2, Treatment.LOSE, 0);
        assertThat(RuleFormViewModel.count(new RuleInForce(rule, 0))).isEqualTo("no message yet");
        assertThat(RuleFormViewModel.count(new RuleInForce(rule, 5))).isEqualTo("acted on 2 of 5");
    }

    @Test
    void allAilmentsAreNamedAndHealed() {
        desk.engine.act(new Action.Cut(List.of(new Link(Scenarios.A, Scenarios.B))));
        desk.engine.act(new Action.Pause(Scenarios.B));
        desk.engine.act(new Action.Kill(Scenarios.C));
        assertThat(faults.cut()).hasSize(1);
        assertThat(faults.ailmentsProperty().get()).isEqualTo("1 link cut · 1 node paused · 1 node dead");
        faults.heal();
        assertThat(faults.ailmentsProperty().get()).isEmpty();
        assertThat(faults.cut()).isEmpty();
    }

    @Test
    void aPastToWhichTheNodesCannotGoBackIsNotTouched() {
        desk.engine.act(new Action.Cut(List.of(new Link(Scenarios.A, Scenarios.B))));
        desk.lab.selectedProperty().set(desk.present());
        desk.engine.tick();
        faults.mend(new Link(Scenarios.A, Scenarios.B));
        faults.heal();
        assertThat(desk.present().cut()).hasSize(1);
        assertThat(desk.lab.bannerProperty().get().what())
                .isEqualTo("This is the past, to which the nodes cannot go back.");
    }
}

package sosad.app.explain.healing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sosad.app.explain.healing.HealingStretch.Share;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.model.Key;
import sosad.model.NodeId;

/** The point of no return. */
class HealingOutlookTest {
    private static final Key K1 = new Key("k1");

    private static PlayedRun played(Scenario scenario) {
        SimulatedRun run = SimulatedRun.of(scenario);
        run.playAll();
        return run.played();
    }

    private static HealingBand band(PlayedRun run, Optional<Key> key) throws InterruptedException {
        return HealingOutlook.of(run, key, 1, share -> {});
    }

    @Test
    void inTheLostUpdateTheArrivalOfTheOtherPushSealsItAndNotTheLoss() throws InterruptedException {
        PlayedRun run = played(BundledScenarios.load("lost-update"));

        List<HealingStretch> stretches = band(run, Optional.of(K1)).stretches();

        assertThat(stretches).extracting(HealingStretch::share).containsExactly(Share.ALL, Share.SOME, Share.NONE);
        assertThat(stretches).allMatch(HealingStretch::exact);
        RunEvent loss = run.history().at(stretches.get(1).fromEvent()).what();
        assertThat(((RunEvent.Sent) loss).message().from()).isEqualTo(new NodeId("A"));
        RunEvent seal = run.history().at(stretches.get(2).fromEvent()).what();
        Message arrived = ((RunEvent.Delivered) seal).message();
        assertThat(arrived.from()).isEqualTo(new NodeId("B"));
        assertThat(arrived.changes()).containsExactly("k2@3");
    }
}

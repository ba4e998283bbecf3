package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.BundledScenarios;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/** A node may die at any instant, in any phase of start, play, live and stop: the lab survives it and says so. */
@Timeout(240)
class DeathsIT {
    private static final NodeId A = new NodeId("A");
    private static final int STARTS = 3;

    private final RecordedEvents told = new RecordedEvents();

    /** What the lab is doing when a node dies; its future may fail, but must be done. */
    private enum Doing {
        OPEN,
        STEP,
        GO_LIVE,
        WRITE_LIVE,
        STOP_CLOCKS,
        CLOSE
    }

    @Test
    void theLabSurvivesEveryDeathAndCanBeOpenedAgain() throws Exception {
        SplittableRandom chance = new SplittableRandom(11);
        for (Doing doing : Doing.values()) {
            for (int seed = 0; seed < (doing == Doing.OPEN ? STARTS : 1); seed++) {
                try (Lab lab = lab()) {
                    dieWhile(doing, lab, chance.nextInt(400));
                    if (doing != Doing.CLOSE) {
                        lab.open(BundledScenarios.load("sample")).get(60, TimeUnit.SECONDS);
                        lab.beginStep().get(30, TimeUnit.SECONDS);
                    }
                }
                assertThat(Outside.pids()).as("%s, %d", doing, seed).isEmpty();
            }
        }
    }

    private Lab lab() {
        return new LabActor(new ProcessClusters(), told);
    }

    private void dieWhile(Doing doing, Lab lab, int afterMillis) throws Exception {
        CompletableFuture<?> busy;
        if (doing == Doing.OPEN) {
            busy = lab.open(BundledScenarios.load("sample"));
            killOne(afterMillis);
        } else {
            lab.open(BundledScenarios.load("sample")).get(60, TimeUnit.SECONDS);
            if (doing == Doing.WRITE_LIVE || doing == Doing.STOP_CLOCKS) {
                lab.goLive().get(30, TimeUnit.SECONDS);
            }
            busy = begin(doing, lab);
            killOne(afterMillis / 10);
        }
        try {
            busy.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(ActionFailure.class);
            assertThat(e.getCause().getMessage()).doesNotContain("the lab itself failed");
        }
    }

    private static CompletableFuture<?> begin(Doing doing, Lab lab) {
        return switch (doing) {
            case STEP -> lab.beginStep().thenCompose(begun -> lab.finishStep());
            case GO_LIVE -> lab.goLive();
            case WRITE_LIVE -> lab.act(new Action.Put(A, new Key("k"), Value.of("v")));
            case STOP_CLOCKS -> lab.stopClocks();
            case CLOSE -> CompletableFuture.runAsync(lab::close);
            case OPEN -> throw new IllegalArgumentException();
        };
    }

    /** Kills one of the node processes that there are by then, the first being sure. */
    private static void killOne(int afterMillis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(afterMillis); // which instant is left to chance on purpose
        Optional<ProcessHandle> one = Outside.nodes().findFirst();
        one.ifPresent(ProcessHandle::destroyForcibly);
    }
}

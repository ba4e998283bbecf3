package sosad.app.testing;

import java.util.ArrayList;
import java.util.List;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Scenario;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.app.viewmodel.history.LogViewModel;

/** View models on a fake lab, without a window; everything is done when a call returns, unless motion is held up. */
public final class TestLab {
    public final FakeLab engine;
    public final LogViewModel log = new LogViewModel();
    public final LabViewModel lab;
    public final HandMotion motion = new HandMotion();
    public final PlaybackViewModel playback;

    private TestLab() {
        FxLabListener listener = new FxLabListener(Runnable::run);
        engine = new FakeLab(listener);
        lab = new LabViewModel(engine, listener, log, Runnable::run);
        playback = new PlaybackViewModel(lab, engine, motion);
    }

    /** A desk on which nothing is open. */
    public static TestLab empty() {
        return new TestLab();
    }

    /** A desk on which {@code scenario} stands at its start. */
    public static TestLab with(Scenario scenario) {
        TestLab desk = new TestLab();
        desk.lab.open(scenario);
        return desk;
    }

    /** A desk with the sample, after Next was pressed so many times. */
    public static TestLab sample(int presses) {
        TestLab desk = with(Scenarios.sample());
        for (int i = 0; i < presses; i++) {
            desk.playback.next();
        }
        return desk;
    }

    public Snapshot present() {
        return lab.historyProperty().get().present();
    }

    /** Returns what was asked of the lab since it was opened. */
    public List<String> asked() {
        List<String> asked = new ArrayList<>(engine.asked());
        asked.remove("open");
        return asked;
    }
}

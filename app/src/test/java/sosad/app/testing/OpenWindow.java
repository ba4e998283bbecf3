package sosad.app.testing;

import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import sosad.app.scenario.Scenario;
import sosad.app.view.FxThread;
import sosad.app.view.window.LabWindow;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.checks.ChecksSetup;
import sosad.app.viewmodel.lesson.BundledScenario;

/** The window on a fake lab, nothing animated. */
public final class OpenWindow {
    public final FakeLab engine;
    public final LabWindow window;

    private OpenWindow(List<BundledScenario> lessons, ChecksSetup checks, Stage stage, double width, double height) {
        FxThread fx = new FxThread();
        FxLabListener listener = new FxLabListener(fx);
        engine = new FakeLab(listener);
        window = new LabWindow(
                engine, listener, lessons, file -> Scenarios.sample(), Optional.empty(), checks, Runnable::run, fx);
        window.playback().animatedProperty().set(false);
        stage.setScene(window.scene());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }

    /** Shows the window with the sample at its start; call it on the window's thread. */
    public static OpenWindow sample(Stage stage, double width, double height) {
        OpenWindow open = empty(stage, width, height);
        open.window.openFirst();
        return open;
    }

    /** Shows the window with the sample at its start in a stage of its own; call it on the test's thread. */
    public static OpenWindow ready() {
        OpenWindow open = OnFx.get(() -> sample(new Stage(), 1280, 800));
        while (OnFx.get(() -> open.window.lab().statusProperty().get() != LabStatus.READY)) {
            OnFx.run(() -> {}); // the lab's events come in their turn
        }
        return open;
    }

    /** Returns the stage in which the window is shown. */
    public Stage stage() {
        return (Stage) window.scene().getWindow();
    }

    /** Shows the window with another scenario at its start. */
    public static OpenWindow with(Scenario scenario, Stage stage, double width, double height) {
        OpenWindow open = empty(stage, width, height);
        open.window.lab().open(scenario);
        return open;
    }

    /** Shows the window with nothing open. */
    public static OpenWindow empty(Stage stage, double width, double height) {
        return new OpenWindow(Scenarios.bundled(), new InventedSuite().setup(), stage, width, height);
    }

    /**
     * Shows the window with the lessons that come with the application and these checks; call it on the window's
     * thread.
     */
    public static OpenWindow checking(ChecksSetup checks, Stage stage, double width, double height) {
        OpenWindow open = new OpenWindow(Scenarios.shipped(), checks, stage, width, height);
        open.window.openFirst();
        return open;
    }
}

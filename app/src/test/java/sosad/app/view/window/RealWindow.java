package sosad.app.view.window;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import sosad.app.fault.Fault;
import sosad.app.history.Snapshot;
import sosad.app.lab.Lab;
import sosad.app.lab.LabActor;
import sosad.app.lab.ProcessClusters;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.ScenarioReader;
import sosad.app.view.FxThread;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.lesson.BundledScenario;

/** The window over real node processes, nothing animated. */
final class RealWindow implements AutoCloseable {
    private static final int DEADLINE_SECONDS = 60;

    final LabWindow window;
    private final Lab lab;

    /** Opens it with the sample; call it on the window's thread. */
    RealWindow(Stage stage, double width, double height) {
        FxThread fx = new FxThread();
        FxLabListener listener = new FxLabListener(new NextPulse(fx));
        lab = new LabActor(ProcessClusters.besideWindow(), listener);
        List<BundledScenario> bundled = BundledScenarios.names().stream()
                .map(name -> new BundledScenario(name, BundledScenarios.title(name), () -> BundledScenarios.load(name)))
                .toList();
        window = new LabWindow(lab, listener, bundled, ScenarioReader::read, Optional.empty(), Runnable::run, fx);
        window.playback().animatedProperty().set(false);
        stage.setScene(window.scene());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        window.openFirst();
    }

    Snapshot shown() {
        return window.lab().shownProperty().get();
    }

    /** Delivers the next message in flight, without waiting. */
    void deliverNext() {
        lab.deliverNext();
    }

    /** Does something to a live cluster; completes when it acts. */
    CompletableFuture<?> inject(Fault fault) {
        return lab.inject(fault);
    }

    /** Presses a key wherever the focus is. */
    void press(KeyCode key) {
        Platform.runLater(() -> {
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                javafx.event.Event.fireEvent(
                        window.scene().getFocusOwner() == null
                                ? window.scene()
                                : window.scene().getFocusOwner(),
                        new KeyEvent(type, "", "", key, false, false, false, false));
            }
        });
    }

    /** Waits until something that is shown makes the condition true; it is asked on the window's thread. */
    void await(BooleanSupplier condition) throws Exception {
        CompletableFuture<Void> met = new CompletableFuture<>();
        ChangeListener<Object> listener = (property, old, now) -> {
            if (condition.getAsBoolean()) {
                met.complete(null);
            }
        };
        Platform.runLater(() -> {
            window.lab().shownProperty().addListener(listener);
            window.playback().nextStepProperty().addListener(listener);
            listener.changed(null, null, null);
        });
        met.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        Platform.runLater(() -> {
            window.lab().shownProperty().removeListener(listener);
            window.playback().nextStepProperty().removeListener(listener);
        });
    }

    @Override
    public void close() {
        lab.close();
    }
}

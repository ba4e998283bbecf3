package sosad.app.view.window;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import sosad.app.lab.Lab;
import sosad.app.scenario.Scenario;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.lesson.Narration;

/** The desktop application; {@link Gui#launch} starts it. */
public final class App extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 1024;
    private static final double MIN_HEIGHT = 700;

    @Override
    public void start(Stage stage) {
        Opening opening = Gui.opening();
        Executor fx = new FxThread();
        FxLabListener listener = new FxLabListener(new NextPulse(fx));
        Lab lab = opening.labs().apply(listener);
        Gui.closeLater(lab);
        Gui.openLinksWith(address -> getHostServices().showDocument(address));
        Optional<Scenario> first = opening.readFirst();
        // The nodes start while the window is made, and what reads narration is loaded meanwhile.
        first.ifPresent(scenario -> ForkJoinPool.commonPool().execute(() -> Narration.ofSteps(scenario)));
        Optional<CompletableFuture<Void>> opened = first.map(lab::open);
        LabWindow window =
                new LabWindow(lab, listener, opening.bundled(), opening.files(), ForkJoinPool.commonPool(), fx);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setTitle("SOSAD Lab");
        stage.setScene(window.scene());
        boolean small = screen.getWidth() < WIDTH || screen.getHeight() < HEIGHT;
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        stage.setMaximized(small);
        stage.show();
        if (!small) {
            // Some window managers heed a size only when the window has been there for a moment.
            PauseTransition snapshot = new PauseTransition(Duration.millis(200));
            snapshot.setOnFinished(event -> {
                stage.setWidth(WIDTH);
                stage.setHeight(HEIGHT);
                stage.centerOnScreen();
            });
            snapshot.play();
        }
        if (opened.isPresent()) {
            window.opening(first.get(), opening.name(), opened.get());
        } else {
            opening.file().ifPresentOrElse(window::open, window::openFirst); // which says what is wrong
        }
    }
}

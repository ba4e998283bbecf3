package sosad.app.view.window;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import sosad.app.lab.Lab;
import sosad.app.scenario.Scenario;
import sosad.app.view.FxThread;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.lesson.Narration;

/** The desktop application; {@link Gui#launch} starts it. */
public final class App extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 1024;
    private static final double MIN_HEIGHT = 700;

    /** Gives the window a usual size in the middle, or the whole screen where that is smaller. */
    private static void place(Stage stage, Rectangle2D screen) {
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        if (screen.getWidth() < WIDTH || screen.getHeight() < HEIGHT) {
            // Where nobody manages windows, none is maximized, and it has the screen's size all the same.
            stage.setX(screen.getMinX());
            stage.setY(screen.getMinY());
            stage.setWidth(screen.getWidth());
            stage.setHeight(screen.getHeight());
            stage.setMaximized(true);
            return;
        }
        // Some window managers heed a size only when the window has been there for a moment.
        PauseTransition shown = new PauseTransition(Duration.millis(200));
        shown.setOnFinished(event -> {
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            stage.centerOnScreen();
        });
        stage.setOnShown(event -> shown.play());
    }

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
        stage.titleProperty().bind(window.titleProperty());
        stage.setScene(window.scene());
        place(stage, screen);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        window.projectorProperty().addListener((property, old, on) -> stage.setFullScreen(on));
        // The longest part of the first frame; a window that is there already would be blank meanwhile.
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        stage.show();
        if (opened.isPresent()) {
            window.opening(first.get(), opening.name(), opened.get());
        } else {
            opening.file().ifPresentOrElse(window::open, window::openFirst); // which says what is wrong
        }
    }
}

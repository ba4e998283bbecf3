package sosad.app.view.window;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
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

    /** One size from the beginning: a usual one in the middle, or the whole screen where that is smaller. */
    private static void place(Stage stage, Rectangle2D screen) {
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        stage.setMinWidth(Math.min(MIN_WIDTH, width));
        stage.setMinHeight(Math.min(MIN_HEIGHT, height));
        stage.setX(screen.getMinX() + Math.floor((screen.getWidth() - width) / 2));
        stage.setY(screen.getMinY() + Math.floor((screen.getHeight() - height) / 2));
        stage.setWidth(width);
        stage.setHeight(height);
        // Where nobody manages windows, this does nothing, and the size is the screen's all the same.
        stage.setMaximized(screen.getWidth() < WIDTH || screen.getHeight() < HEIGHT);
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

package sosad.app.view.window;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import sosad.app.lab.Lab;
import sosad.app.scenario.Scenario;
import sosad.app.settings.WindowSize;
import sosad.app.view.FxThread;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.SettingsViewModel;
import sosad.app.viewmodel.explain.HealingBandViewModel;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.app.viewmodel.lesson.Narration;

/** The desktop application; {@link Gui#launch} starts it. */
public final class App extends Application {
    private static final WindowSize USUAL = new WindowSize(1440, 900, false);
    private static final Duration PLACING = Duration.seconds(2);
    private static final Duration SIZE_RESTS = Duration.millis(500);
    private static final double MIN_WIDTH = 1024;
    private static final double MIN_HEIGHT = 700;

    private static final long LOOK_SECONDS = 1;

    private SettingsViewModel settings;
    private WhyViewModel why;
    private HealingBandViewModel healing;
    private volatile boolean closed;

    /**
     * Gives the window this size in the middle, or the whole screen where that is smaller or it was maximized; before
     * it is shown, so that it appears once.
     */
    private static void place(Stage stage, WindowSize size, Rectangle2D screen) {
        boolean fits = size.width() <= screen.getWidth() && size.height() <= screen.getHeight();
        double width = fits ? size.width() : screen.getWidth();
        double height = fits ? size.height() : screen.getHeight();
        // Where nobody manages windows, none is maximized, and it has the screen's size all the same.
        stage.setX(Math.rint(screen.getMinX() + (screen.getWidth() - width) / 2));
        stage.setY(Math.rint(screen.getMinY() + (screen.getHeight() - height) / 2));
        stage.setWidth(width);
        stage.setHeight(height);
        // Some window managers give a new window a size of their own, unless that is too small for it.
        stage.setMinWidth(width);
        stage.setMinHeight(height);
        PauseTransition placed = new PauseTransition(PLACING);
        placed.setOnFinished(event -> {
            stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
            stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        });
        placed.play();
        stage.setMaximized(size.maximized() || !fits);
    }

    /** Remembers the size that the user gives the window, once it has come to rest. */
    private static void rememberSize(Stage stage, SettingsViewModel settings) {
        PauseTransition rest = new PauseTransition(SIZE_RESTS);
        rest.setOnFinished(event -> {
            if (!stage.isFullScreen() && !stage.isIconified()) {
                WindowSize before = settings.sizeProperty().get().orElse(USUAL);
                WindowSize now = stage.isMaximized()
                        ? new WindowSize(before.width(), before.height(), true)
                        : new WindowSize(stage.getWidth(), stage.getHeight(), false);
                if (!now.equals(before)) {
                    settings.sizeProperty().set(Optional.of(now));
                }
            }
        });
        Stream.of(stage.widthProperty(), stage.heightProperty(), stage.maximizedProperty())
                .forEach(changing -> changing.addListener((property, old, now) -> rest.playFromStart()));
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
        LabWindow window = new LabWindow(
                lab, listener, opening.bundled(), opening.files(), opening.settings(), ForkJoinPool.commonPool(), fx);
        Gui.closeLater(window.runner());
        settings = window.settings();
        why = window.why();
        healing = window.healing();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.titleProperty().bind(window.titleProperty());
        stage.setScene(window.scene());
        place(stage, settings.sizeProperty().get().orElse(USUAL), screen);
        stage.setOnCloseRequest(request -> {
            if (!window.mayClose(stage::close)) {
                request.consume();
            }
        });
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        window.projectorProperty().addListener((property, old, on) -> stage.setFullScreen(on));
        // The longest part of the first frame; a window that is there already would be blank meanwhile.
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        stage.show();
        rememberSize(stage, settings);
        watchFile(window);
        settings.sizeProperty().addListener((property, old, size) -> {
            if (size.isEmpty()) {
                place(stage, USUAL, screen); // they were reset
            }
        });
        if (opened.isPresent()) {
            window.opening(first.get(), opening.name(), opening.file(), opened.get());
        } else {
            opening.file().ifPresentOrElse(window::open, window::openFirst); // which says what is wrong
            opening.shown().run();
        }
        NextPulse drawn = new NextPulse(fx);
        window.lab().statusProperty().subscribe(status -> {
            if (status == LabStatus.READY || status == LabStatus.FAILED) {
                drawn.execute(opening.shown());
            }
        });
    }

    /** Looks at the open file every now and then, on a thread that nothing else waits for. */
    private void watchFile(LabWindow window) {
        CompletableFuture.delayedExecutor(LOOK_SECONDS, TimeUnit.SECONDS).execute(() -> {
            window.lookAtFile();
            if (!closed) {
                watchFile(window);
            }
        });
    }

    @Override
    public void stop() {
        closed = true;
        if (why != null) {
            why.close();
            healing.close();
        }
        if (settings != null) {
            settings.flush();
        }
    }
}

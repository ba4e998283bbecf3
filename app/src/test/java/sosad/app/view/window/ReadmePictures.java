package sosad.app.view.window;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.stage.Stage;
import sosad.app.explain.Question;
import sosad.app.history.Phase;
import sosad.app.testing.Screenshots;
import sosad.app.viewmodel.NextStep;
import sosad.app.viewmodel.explain.ChangeStatus;
import sosad.app.viewmodel.explain.HealingBandViewModel;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * Draws the README's pictures on real processes: the sample at T=4, in flight, one message landed, light and dark; and
 * Why, asked of the lost update.
 */
public final class ReadmePictures {
    private ReadmePictures() {}

    /** Writes {@code window-light.png}, {@code window-dark.png} and {@code why.png} into the directory given. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            draw(directory.resolve("window-light.png"), false);
            draw(directory.resolve("window-dark.png"), true);
            drawWhy(directory.resolve("why.png"));
        } finally {
            Platform.exit();
        }
    }

    private static void draw(Path file, boolean dark) throws Exception {
        CompletableFuture<RealWindow> opened = new CompletableFuture<>();
        Platform.runLater(() -> opened.complete(new RealWindow(new Stage(), 1440, 900)));
        try (RealWindow open = opened.get(60, TimeUnit.SECONDS)) {
            PlaybackSteps steps = new PlaybackSteps(open);
            steps.playTo(4);
            open.deliverNext();
            open.await(() -> open.shown().queue().size() == 1);
            CompletableFuture<Void> drawn = new CompletableFuture<>();
            Platform.runLater(() -> {
                if (dark) {
                    open.window.switchTheme();
                }
                Screenshots.save(open.window.scene(), file);
                open.window.scene().getWindow().hide();
                drawn.complete(null);
            });
            drawn.get(60, TimeUnit.SECONDS);
        }
    }

    private static void drawWhy(Path file) throws Exception {
        CompletableFuture<RealWindow> opened = new CompletableFuture<>();
        Platform.runLater(() -> opened.complete(new RealWindow(new Stage(), 1440, 900)));
        try (RealWindow open = opened.get(60, TimeUnit.SECONDS)) {
            open.await(() -> open.shown() != null);
            Platform.runLater(() -> open.window.labView.opener.bundled().stream()
                    .filter(lesson -> lesson.name().equals("lost-update"))
                    .forEach(open.window.labView.opener::open));
            open.await(() -> open.shown().nodes().size() == 2);
            new PlaybackSteps(open).playTo(5);
            Platform.runLater(open.window.playback()::next);
            open.await(() -> open.shown().phase() == Phase.DELIVERED);
            CompletableFuture<Void> drawn = new CompletableFuture<>();
            Platform.runLater(() -> {
                WhyViewModel why = open.window.why();
                HealingBandViewModel healing = open.window.healing();
                InvalidationListener finish = changed -> {
                    if (why.changeStatusProperty().get() == ChangeStatus.FOUND
                            && healing.bandProperty().get() != null) {
                        Platform.runLater(
                                () -> { // what shows it listens, too
                                    open.window.scene().getRoot().applyCss();
                                    open.window.scene().getRoot().layout();
                                    Screenshots.save(open.window.scene(), file);
                                    open.window.scene().getWindow().hide();
                                    drawn.complete(null);
                                });
                    }
                };
                why.changeStatusProperty().addListener(finish);
                healing.bandProperty().addListener(finish);
                open.window.labView.tables.select(2);
                why.ask(new Question.OfEntry(new NodeId("B"), new Key("k1")));
            });
            drawn.get(60, TimeUnit.SECONDS);
        }
    }

    /** Presses Next until a step is in flight. */
    private record PlaybackSteps(RealWindow open) {
        void playTo(long time) throws Exception {
            while (true) {
                open.await(() -> open.shown() != null && next() != NextStep.WAIT);
                if (open.shown().time() == time && open.shown().phase() == Phase.IN_FLIGHT) {
                    return;
                }
                int before = open.shown().index();
                Platform.runLater(open.window.playback()::next);
                open.await(() -> open.shown().index() > before && next() != NextStep.WAIT && next() != NextStep.HURRY);
            }
        }

        private NextStep next() {
            return open.window.playback().nextStepProperty().getValue();
        }
    }
}

package sosad.app.view.window;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import sosad.app.history.Phase;
import sosad.app.testing.Screenshots;
import sosad.app.viewmodel.NextStep;

/** Draws the README's pictures, light and dark: the sample at T=4, in flight, one message landed, on real processes. */
public final class ReadmePictures {
    private ReadmePictures() {}

    /** Writes {@code window-light.png} and {@code window-dark.png} into the directory given. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            draw(directory.resolve("window-light.png"), false);
            draw(directory.resolve("window-dark.png"), true);
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

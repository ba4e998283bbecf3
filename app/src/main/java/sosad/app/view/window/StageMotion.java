package sosad.app.view.window;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.animation.PauseTransition;
import sosad.app.view.stage.StagePane;
import sosad.app.viewmodel.Motion;

/** The motion of messages on the stage. */
final class StageMotion implements Motion {
    private final StagePane stage;

    StageMotion(StagePane stage) {
        this.stage = stage;
    }

    @Override
    public CompletionStage<Void> travel(long message) {
        return stage.travel(message);
    }

    @Override
    public CompletionStage<Void> pause(Duration duration) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        PauseTransition pause = new PauseTransition(javafx.util.Duration.seconds(duration.toMillis() / 1_000.0));
        pause.setOnFinished(event -> over.complete(null));
        pause.play();
        return over;
    }
}

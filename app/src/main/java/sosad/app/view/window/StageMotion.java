package sosad.app.view.window;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import javafx.animation.PauseTransition;
import sosad.app.viewmodel.Motion;

/** The motion of messages on the stage. */
final class StageMotion implements Motion {
    private final LongFunction<CompletionStage<Void>> travel;

    /** @param travel lets a message travel on the stage that is seen */
    StageMotion(LongFunction<CompletionStage<Void>> travel) {
        this.travel = travel;
    }

    @Override
    public CompletionStage<Void> travel(long message) {
        return travel.apply(message);
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

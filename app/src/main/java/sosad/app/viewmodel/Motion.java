package sosad.app.viewmodel;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The motion on screen; completes on the window's thread. */
public interface Motion {
    /** Lets the message be seen travelling to its destination; over at once where nothing is animated. */
    CompletionStage<Void> travel(long message);

    /** Waits. */
    CompletionStage<Void> pause(Duration duration);
}

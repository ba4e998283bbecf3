package sosad.app.view;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one way onto the window's thread: runs what it is given there, later and in order. */
public final class FxThread implements Executor {
    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }
}

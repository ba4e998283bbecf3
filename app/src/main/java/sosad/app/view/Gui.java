package sosad.app.view;

import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import sosad.app.play.Lab;

/** Opens the window and stays until it is closed. */
public final class Gui {
    private static final AtomicReference<Opening> OPENING = new AtomicReference<>();
    private static final AtomicReference<Lab> LAB = new AtomicReference<>();

    private Gui() {}

    /**
     * Opens the window; returns when it was closed and the lab with all its processes is gone. Can be called once in a
     * process, and not from the window's thread.
     */
    public static void launch(Opening opening) {
        OPENING.set(opening);
        try {
            Application.launch(App.class);
        } finally {
            Lab lab = LAB.getAndSet(null);
            if (lab != null) {
                lab.close();
            }
        }
    }

    static Opening opening() {
        return OPENING.get();
    }

    /** Leaves the lab to be closed when the window is gone. */
    static void closeLater(Lab lab) {
        LAB.set(lab);
    }
}

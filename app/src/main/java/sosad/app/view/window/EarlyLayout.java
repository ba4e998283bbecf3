package sosad.app.view.window;

import javafx.scene.Scene;

/**
 * Lays out what a command has changed at once: the next frame then has only to be painted when its time comes. Of
 * several commands before one frame the first is; the frame lays out the rest.
 */
final class EarlyLayout {
    private final Scene scene;
    private boolean done;

    EarlyLayout(Scene scene) {
        this.scene = scene;
        scene.addPostLayoutPulseListener(() -> done = false);
    }

    /** Runs what shows the outcome of a command, then lays it out. */
    void after(Runnable outcome) {
        outcome.run();
        if (!done) {
            done = true;
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }
}

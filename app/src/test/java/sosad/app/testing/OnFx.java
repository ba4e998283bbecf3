package sosad.app.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import sosad.app.view.Theme;

/** Runs pieces of a test on the window's thread, and shows a pane there. */
public final class OnFx {
    private static final long DEADLINE_SECONDS = 60;

    static {
        try {
            FxToolkit.registerPrimaryStage(); // as TestFX starts it, whose tests may come later in this process
        } catch (TimeoutException e) {
            throw new ExceptionInInitializerError(e);
        }
        Platform.setImplicitExit(false);
    }

    private OnFx() {}

    /** Runs {@code work} on the window's thread and waits for what it gives. */
    public static <T> T get(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("already on the window's thread: it would wait for itself");
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return await(result);
    }

    /** Runs {@code work} on the window's thread and waits for its end. */
    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }

    /** Waits for {@code future}, but not for ever. */
    public static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw new AssertionError(failure.getCause());
        } catch (TimeoutException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Shows {@code pane} in a window of its own; call it on the window's thread. */
    public static Stage show(Parent pane, double width, double height) {
        Scene scene = new Scene(pane, width, height);
        scene.getStylesheets()
                .setAll(
                        Theme.LIGHT.colours(),
                        Theme.class.getResource("sosad.css").toExternalForm());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        settle(pane);
        return stage;
    }

    /** Applies style and layout now. */
    public static void settle(Parent pane) {
        pane.applyCss();
        pane.layout();
    }

    /** Presses keys together where the focus is and lets go of them, as fast as the window takes them. */
    public static void push(Scene scene, KeyCode key, KeyCode... modifiers) {
        List<KeyCode> held = List.of(modifiers);
        boolean control = held.contains(KeyCode.CONTROL);
        boolean alt = held.contains(KeyCode.ALT);
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            run(() -> Event.fireEvent(
                    scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner(),
                    new KeyEvent(type, "", "", key, false, control, alt, false)));
        }
    }

    /** Presses a key on {@code node}. */
    public static void press(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    /** Presses a key on {@code node} while Alt is down. */
    public static void pressWithAlt(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, true, false));
    }

    /** Presses a key and lets it go, where the keyboard is in {@code scene}, perhaps while Ctrl is down. */
    public static void press(Scene scene, KeyCode key, boolean withControl) {
        run(() -> {
            for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
                Event.fireEvent(target, new KeyEvent(type, "", "", key, false, withControl, false, false));
            }
        });
    }
}

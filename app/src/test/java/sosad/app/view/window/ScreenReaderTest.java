package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;
import sosad.app.viewmodel.Banner;

/** What a screen reader is given. */
class ScreenReaderTest {
    private Stage stage;
    private OpenWindow open;

    @BeforeEach
    void open() {
        open = OpenWindow.ready();
        stage = open.stage();
    }

    @AfterEach
    void close() {
        OnFx.run(stage::hide);
    }

    private void next() {
        OnFx.run(() -> open.window.playback().next());
        OnFx.run(() -> {});
    }

    private Node announcer() {
        return stage.getScene().getRoot().getChildrenUnmodifiable().stream()
                .filter(Announcer.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private String said() {
        return OnFx.get(() -> {
            String text = (String) announcer().queryAccessibleAttribute(AccessibleAttribute.TEXT);
            String focused =
                    (String) stage.getScene().getFocusOwner().queryAccessibleAttribute(AccessibleAttribute.TEXT);
            assertThat(focused).as("the focused stage").endsWith(text);
            assertThat(announcer().queryAccessibleAttribute(AccessibleAttribute.ROLE))
                    .isEqualTo(AccessibleRole.TEXT);
            return text;
        });
    }

    /** Waits until it is said; what is done on the window's thread comes in its turn. */
    private void awaitSaid(String words) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!said().equals(words) && System.nanoTime() < end) {
            OnFx.run(() -> {});
        }
        assertThat(said()).isEqualTo(words);
    }

    @Test
    void eachStepIsSaidInFlightAndWhenItIsOver() {
        awaitSaid("T = 1 of 5, the start.");
        next();
        awaitSaid("T = 2 of 5, delivered. B receives updates from the client.");
        next();
        awaitSaid("T = 3 of 5, in flight. B pushes them; A's copy is lost.");
        next();
        awaitSaid("T = 3 of 5, delivered. B pushes them; A's copy is lost.");
        OnFx.run(() -> open.window
                .lab()
                .selectedProperty()
                .set(open.window.lab().historyProperty().get().snapshots().get(0)));
        awaitSaid("The past: T = 1 of 5, the start.");
    }

    @Test
    void aBannerIsSaidWithWhatCanBeDone() {
        OnFx.run(() -> open.window.lab().report(new Banner("Node A died.", "Start it again.")));

        assertThat(said()).isEqualTo("Node A died. Start it again.");
        String banner = (String) OnFx.get(
                () -> stage.getScene().getRoot().lookup(".banner").queryAccessibleAttribute(AccessibleAttribute.TEXT));
        assertThat(banner).isEqualTo("Node A died. Start it again.");
    }

    @Test
    void everyControlHasANameWhateverIsOpen() {
        next();
        next();
        List<Consumer<LabWindow>> states = new ArrayList<>(OpenTools.ALL);
        states.add(window -> window.labView.tables.find());
        states.add(window -> window.labView.tables.select(1));
        states.add(window -> window.labView.tables.select(2));
        states.add(window -> window.frame.show(window.frame.views().get(1)));
        states.add(window -> window.frame.show(window.labView));
        states.add(window -> window.toggleHelp());
        states.add(window -> window.switchProjector());
        for (Consumer<LabWindow> state : states) {
            OnFx.run(() -> state.accept(open.window));
            OnFx.run(() -> OnFx.settle(stage.getScene().getRoot()));
            OnFx.run(() -> assertThat(nameless(stage.getScene().getRoot())).isEmpty());
        }
        OnFx.press(stage.getScene(), KeyCode.ESCAPE, false);
    }

    /** Labels are read as they are, and scroll bars belong to what they scroll. */
    private static List<String> nameless(Node node) {
        List<String> found = new ArrayList<>();
        if (!node.isVisible()) {
            return found;
        }
        boolean isControl = node instanceof Control && !(node instanceof Label) && !(node instanceof ScrollBar);
        if (isControl && node.isFocusTraversable() && isBlank(node)) {
            found.add(node + " in " + node.getParent());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(nameless(child)));
        }
        return found;
    }

    private static boolean isBlank(Node node) {
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return node.getAccessibleText() == null
                && (text == null || text.toString().isBlank());
    }
}

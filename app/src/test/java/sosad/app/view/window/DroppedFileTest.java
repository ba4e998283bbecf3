package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Parent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;

/** A scenario file that is dropped on the window: what the desktop does is told to the window as JavaFX would. */
class DroppedFileTest {
    private static final File FILE = new File("lesson.yaml");

    private OpenWindow open;

    @BeforeEach
    void open() {
        open = OpenWindow.ready();
    }

    @AfterEach
    void close() {
        OnFx.run(open.stage()::hide);
    }

    private static Dragboard dragged(Map<DataFormat, Object> content) {
        try {
            Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            constructor.setAccessible(true);
            Dragboard dragboard = constructor.newInstance(draggable());
            dragboard.setContent(content);
            return dragboard;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What the desktop drags can be copied; a clipboard in memory says nothing about that. */
    private static TKClipboard draggable() {
        TKClipboard content = Toolkit.getToolkit().createLocalClipboard();
        return (TKClipboard) Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> method.getName().equals("getTransferModes")
                        ? Set.of(TransferMode.COPY)
                        : method.invoke(content, arguments));
    }

    private DragEvent tell(EventType<DragEvent> type, Dragboard dragboard) {
        DragEvent[] told = new DragEvent[1];
        open.window.scene().addEventHandler(type, event -> told[0] = event);
        DragEvent event = new DragEvent(type, dragboard, 500, 300, 500, 300, TransferMode.COPY, null, null, null);
        Event.fireEvent(open.window.scene(), event);
        return told[0];
    }

    private Parent root() {
        return open.window.scene().getRoot();
    }

    @Test
    void oneFileIsAcceptedMarkedAndOpened() {
        OnFx.run(() -> {
            Dragboard file = dragged(Map.of(DataFormat.FILES, List.of(FILE)));
            tell(DragEvent.DRAG_ENTERED, file);
            assertThat(root().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("dropping"));
            assertThat(tell(DragEvent.DRAG_OVER, file).isAccepted()).isTrue();
            assertThat(tell(DragEvent.DRAG_DROPPED, file).isDropCompleted()).isTrue();
            tell(DragEvent.DRAG_EXITED, file);
            assertThat(root().getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("dropping"));
        });
        OnFx.run(() -> {});
        assertThat(OnFx.get(() -> open.window.labView.opener.fileProperty().getValue()))
                .contains(FILE.toPath());
    }

    @Test
    void severalFilesAndOtherThingsAreNot() {
        OnFx.run(() -> {
            for (Dragboard other : List.of(
                    dragged(Map.of(DataFormat.FILES, List.of(FILE, new File("another.yaml")))),
                    dragged(Map.of(DataFormat.PLAIN_TEXT, "lesson.yaml")))) {
                tell(DragEvent.DRAG_ENTERED, other);
                assertThat(root().getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("dropping"));
                assertThat(tell(DragEvent.DRAG_OVER, other).isAccepted()).isFalse();
                assertThat(tell(DragEvent.DRAG_DROPPED, other).isDropCompleted())
                        .isFalse();
            }
        });
        assertThat(OnFx.get(() -> open.window.labView.opener.fileProperty().getValue()))
                .isEmpty();
    }
}

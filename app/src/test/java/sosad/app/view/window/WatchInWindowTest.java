package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.shape.Polyline;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.history.Phase;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;

/** Breakpoints, lamps and the curve in the window, by mouse and keyboard. */
class WatchInWindowTest {
    private OpenWindow open;

    @BeforeEach
    void open() {
        open = OpenWindow.ready();
    }

    @AfterEach
    void close() {
        OnFx.run(() -> open.stage().hide());
    }

    private Parent root() {
        return open.window.scene().getRoot();
    }

    private <T extends Node> T find(String style, Class<T> type) {
        return OnFx.get(() -> type.cast(root().lookup(style)));
    }

    private ButtonBase button(String text) {
        return OnFx.get(() -> (ButtonBase) root().lookupAll(".button").stream()
                .filter(node -> text.equals(((ButtonBase) node).getText())
                        || text.equals(((ButtonBase) node).getAccessibleText()))
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow());
    }

    private void click(String text) {
        ButtonBase button = button(text);
        OnFx.run(button::fire);
        settle();
    }

    private void settle() {
        for (int i = 0; i < 3; i++) {
            OnFx.run(() -> OnFx.settle(root()));
        }
    }

    private void push(KeyCode key, boolean shift, boolean alt) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            OnFx.run(() -> {
                Node owner = open.window.scene().getFocusOwner();
                Event.fireEvent(
                        owner == null ? root() : owner, new KeyEvent(type, "", "", key, shift, false, alt, false));
            });
        }
        settle();
    }

    private void write(String text) {
        push(KeyCode.DIGIT8, false, true);
        TextField field = find(".watch .text-field", TextField.class);
        assertThat(OnFx.get(field::isFocused)).isTrue();
        OnFx.run(() -> field.setText(text));
    }

    private Set<String> lines() {
        return OnFx.get(() -> root().lookupAll(".watch .check-box").stream()
                .map(node -> ((CheckBox) node).getText())
                .collect(Collectors.toSet()));
    }

    private String banner() {
        return OnFx.get(() -> ((Labeled) root().lookup(".banner-what")).getText());
    }

    private boolean isBannerShown() {
        return OnFx.get(() -> root().lookup(".banner").isVisible());
    }

    @Test
    void aBreakpointIsWrittenByKeyboardAndTheRunStopsThere() {
        write("B-now at C >= 2");
        push(KeyCode.ENTER, false, false);
        assertThat(lines()).containsExactly("B-now at C >= 2");

        OnFx.run(() -> root().lookup(".stage-area").requestFocus());
        OnFx.run(() -> open.window.labView.stage.requestFocus());
        push(KeyCode.P, true, false);

        assertThat(open.engine.asked()).contains("runOn");
        assertThat(OnFx.get(() -> open.window.lab().present().phase())).isEqualTo(Phase.IN_FLIGHT);
        assertThat(banner()).isEqualTo("Stopped at T = 3 by “B-now at C >= 2”: B-now at C is 2, was 1.");
        assertThat(OnFx.get(() -> ((Labeled) root().lookup(".watch-line .hyperlink")).getText()))
                .isEqualTo("hit at T = 3");
    }

    @Test
    void runUntilByMouseStopsOnceAndLeavesNoBreakpoint() {
        write("key waffle changes at C");
        click("Run until");

        assertThat(banner()).contains("by “key waffle changes at C”: C has waffle@2 = yoda, was no waffle");
        assertThat(lines()).isEmpty();

        click("Show it");
        assertThat(OnFx.get(() -> open.window.lab().shownProperty().get().time()))
                .isEqualTo(3);
    }

    @Test
    void whatIsNoBreakpointIsSaidAtTheField() {
        write("kye waffle changes");
        click("Add");

        assertThat(OnFx.get(() -> ((Labeled) root().lookup(".watch .field-bubble")).getText()))
                .isEqualTo("unknown word \"kye\"; did you mean \"key\"?");
        assertThat(open.engine.asked()).doesNotContain("addBreakpoint");
    }

    @Test
    void oneIsTurnedOffAndDeleted() {
        write("write lost");
        push(KeyCode.ENTER, false, false);
        CheckBox box = find(".watch .check-box", CheckBox.class);
        OnFx.run(box::fire);
        settle();
        assertThat(open.engine.asked()).endsWith("turnBreakpoint 1 false");

        click("Delete “write lost”");

        assertThat(lines()).isEmpty();
    }

    @Test
    void playedToTheEndWithoutAHitItSaysSo() {
        write("write lost");
        push(KeyCode.ENTER, false, false);
        assertThat(isBannerShown()).isFalse();

        click("Run until");

        assertThat(banner()).isEqualTo("Played to the end. No breakpoint was hit.");
    }

    @Test
    void aCellOfTheMatrixGetsABreakpointByKey() {
        OnFx.run(() -> {
            open.window.playback().next();
            open.window.labView.tables.select(2);
        });
        settle();
        Node table = find(".matrix", Node.class);
        OnFx.run(table::requestFocus);
        push(KeyCode.B, true, false);

        assertThat(lines()).containsExactly("key grace changes at A");
        assertThat(OnFx.get(() -> root().lookup(".watch-count").isVisible())).isTrue();
    }

    @Test
    void aMessageOffersToStopAtTheNextLikeIt() {
        next();
        next();
        Node message = find(".stage-message", Node.class);
        OnFx.run(() -> Event.fireEvent(
                message,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1, 1, 1, false, new PickResult(message, 1, 1))));
        ContextMenu menu = OnFx.get(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(one -> one.getOwnerWindow() == open.stage())
                .findFirst()
                .orElseThrow());
        OnFx.run(() -> {
            menu.getItems().get(1).fire();
            menu.hide();
        });
        settle();

        assertThat(lines()).containsExactly("message push from B to A");
    }

    private void next() {
        OnFx.run(() -> open.window.playback().next());
        settle();
    }

    private Button lamps() {
        return find(".lamp-button", Button.class);
    }

    @Test
    void aLampShowsTheMomentThatBrokeItFirst() {
        assertThat(OnFx.get(lamps()::getAccessibleText))
                .isEqualTo("0 of 7 statements about the run hold, 7 not tested yet.");
        next();
        next();
        assertThat(OnFx.get(lamps()::getAccessibleText)).startsWith("Not so now: “Nodes agree”. ");

        Node lamp = find(".lamp", Node.class);
        OnFx.run(() -> Event.fireEvent(
                lamp,
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        1,
                        1,
                        1,
                        1,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(lamp, 1, 1))));
        OnFx.run(lamps()::fire);
        settle();

        assertThat(OnFx.get(() -> open.window.lab().shownProperty().get().time()))
                .isEqualTo(2);
        assertThat(OnFx.get(() -> open.window.lab().pastProperty().get())).isTrue();
    }

    @Test
    void theCurveFollowsTheStepsAndSaysItsFigures() {
        next();

        Parent curve = find(".sparkline", Parent.class);
        assertThat(OnFx.get(curve::isVisible)).isTrue();
        assertThat(OnFx.get(curve::getAccessibleText))
                .isEqualTo(
                        "Convergence. T = 2: 0 of 2 entries on every node; A lacks 2, C lacks 2. 0 messages, 0 bytes.");
        assertThat(OnFx.get(() -> ((Polyline) root().lookup(".sparkline-line")).getPoints()))
                .isNotEmpty();
    }
}

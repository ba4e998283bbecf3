package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.testing.OnFx;
import sosad.app.view.FocusHome;
import sosad.app.view.Keys;
import sosad.app.view.LazyTooltip;
import sosad.app.view.WindowView;

/** The rail and the views behind it, with two views that do nothing. */
class ViewFrameTest {
    private final List<String> done = new ArrayList<>();
    private Plain lab;
    private Plain checks;
    private ViewFrame frame;
    private Stage stage;

    @BeforeEach
    void open() {
        OnFx.run(() -> {
            lab = new Plain("Lab", Keys.LAB_VIEW);
            checks = new Plain("Checks", Keys.CHECKS_VIEW);
            frame = new ViewFrame(List.of(lab, checks), () -> done.add("help"));
            stage = new Stage();
            stage.setScene(new Scene(frame, 1440, 900));
            Shortcuts keys = new Shortcuts(frame.shownProperty());
            frame.views().forEach(view -> keys.on(view.key(), () -> frame.show(view)));
            FocusHome home = FocusHome.of(stage.getScene(), lab.home());
            frame.keepHome(home);
            keys.listenTo(stage.getScene(), home);
            stage.show();
            lab.home().requestFocus();
        });
    }

    @AfterEach
    void close() {
        OnFx.run(stage::hide);
    }

    private List<ToggleButton> buttons() {
        return OnFx.get(() -> frame.lookupAll(".rail-button").stream()
                .map(ToggleButton.class::cast)
                .toList());
    }

    private void click(int index) {
        ToggleButton button = buttons().get(index);
        OnFx.run(button::fire);
    }

    private Node focused() {
        return OnFx.get(() -> stage.getScene().getFocusOwner());
    }

    private void press(KeyCode key) {
        OnFx.push(stage.getScene(), key);
    }

    @Test
    void oneViewIsShownAtATimeAndTheRailSaysWhich() {
        press(KeyCode.F3);

        assertThat(lab.node().isVisible()).isFalse();
        assertThat(checks.node().isVisible()).isTrue();
        assertThat(buttons()).extracting(ToggleButton::isSelected).containsExactly(false, true, false);
        assertThat(done).containsExactly("Lab hidden", "Checks shown");
    }

    @Test
    void aViewIsMadeWhenItIsFirstShown() {
        assertThat(checks.node().getScene()).isNull();
        press(KeyCode.F3);
        press(KeyCode.F2);
        assertThat(checks.node().getScene()).isSameAs(stage.getScene());
    }

    @Test
    void theKeyboardGoesWhereItWasInTheViewOrToItsHome() {
        OnFx.run(() -> lab.other.requestFocus());
        press(KeyCode.F3);
        assertThat(focused()).isSameAs(checks.home());

        press(KeyCode.F2);
        assertThat(focused()).isSameAs(lab.other);

        press(KeyCode.F3);
        OnFx.run(() -> lab.other.setDisable(true));
        press(KeyCode.F2);
        assertThat(focused()).isSameAs(lab.home());
    }

    @Test
    void whatGoesInAViewLeavesTheKeyboardInThatView() {
        press(KeyCode.F3);
        OnFx.run(() -> checks.other.requestFocus());
        OnFx.run(() -> checks.other.setVisible(false));
        press(KeyCode.A);
        assertThat(focused()).isSameAs(checks.home());
    }

    @Test
    void theKeysOfAViewThatIsNotShownDoNothing() {
        press(KeyCode.F5);
        press(KeyCode.F3);
        done.clear();
        press(KeyCode.F5);
        press(KeyCode.PAGE_DOWN);
        press(KeyCode.SPACE);

        assertThat(done).containsExactly("Checks F5");
    }

    @Test
    void aClickOnTheRailShowsTheViewAndOneOnItsOwnChangesNothing() {
        click(1);
        assertThat(checks.node().isVisible()).isTrue();
        click(1);

        assertThat(buttons().get(1).isSelected()).isTrue();
        assertThat(focused()).isSameAs(checks.home());
    }

    @Test
    void helpIsAtTheFootAndIsNoView() {
        click(2);

        assertThat(done).containsExactly("help");
        assertThat(buttons()).extracting(ToggleButton::isSelected).containsExactly(true, false, false);
    }

    @Test
    void inANarrowWindowTheRailShowsIconsAloneWhoseTooltipsNameViewAndKey() {
        OnFx.run(() -> frame.resize(1024, 768));

        assertThat(buttons()).extracting(ToggleButton::getContentDisplay).containsOnly(ContentDisplay.GRAPHIC_ONLY);
        assertThat(buttons()).extracting(ToggleButton::getAccessibleText).containsExactly("Lab", "Checks", "Help");
        assertThat(buttons())
                .extracting(button -> LazyTooltip.of(button).words())
                .containsExactly("Lab (F2)", "Checks (F3)", "Help (F1)");
        assertThat(OnFx.get(() -> frame.lookup(".view-rail").getPseudoClassStates()))
                .contains(PseudoClass.getPseudoClass("folded"));
    }

    @Test
    void withoutItsRailAViewHasTheWholeWidth() {
        OnFx.run(() -> {
            frame.showRail(false);
            OnFx.settle(frame);
        });
        assertThat(lab.node().getWidth()).isEqualTo(frame.getWidth());
    }

    /** A view of two fields, which notes what is done to it. */
    private final class Plain implements WindowView {
        final TextField home = new TextField();
        final TextField other = new TextField();
        private final VBox node = new VBox(home, other);
        private final String name;
        private final Keys key;

        Plain(String name, Keys key) {
            this.name = name;
            this.key = key;
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public Feather icon() {
            return Feather.CIRCLE;
        }

        @Override
        public Keys key() {
            return key;
        }

        @Override
        public Region node() {
            return node;
        }

        @Override
        public Node home() {
            return home;
        }

        @Override
        public Map<Keys, Runnable> keys() {
            Runnable restart = () -> done.add(name + " F5");
            return this == lab
                    ? Map.of(Keys.RESTART, restart, Keys.NEXT, () -> done.add("Next"))
                    : Map.of(Keys.RESTART, restart);
        }

        @Override
        public void shown() {
            done.add(name + " shown");
        }

        @Override
        public void hidden() {
            done.add(name + " hidden");
        }
    }
}

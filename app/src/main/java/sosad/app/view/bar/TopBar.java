package sosad.app.view.bar;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.history.Moment;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.WindowActions;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.NextStep;
import sosad.app.viewmodel.OpenerViewModel;
import sosad.app.viewmodel.PlaybackViewModel;

/** The bar at the top. Where there is little room its lesser parts go, one after the other. */
public final class TopBar extends HBox {
    private final Label product = Controls.label("SOSAD Lab", "product");
    private final Button next = new Button();
    private final Button play = new Button();
    private final FontIcon nextIcon = Controls.icon(Feather.CHEVRON_RIGHT);
    private final Label time = Controls.label("", "time");
    private final Label position = Controls.label("", "position");
    private final RuleChip rule = new RuleChip();
    private final Button theme;
    private boolean playWorded = true;

    public TopBar(LabViewModel lab, PlaybackViewModel playback, OpenerViewModel opener, WindowActions window) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Button restart = Controls.iconButton(Feather.ROTATE_CCW, "Restart", Keys.RESTART, playback::restart);
        Button back = Controls.iconButton(Feather.CHEVRON_LEFT, "Back", Keys.BACK, playback::back);
        back.disableProperty().bind(playback.canGoBackProperty().map(can -> !can));
        makeNext(playback);
        makePlay(playback);
        theme = Controls.iconButton(Feather.MOON, "Dark theme", Keys.THEME, window::switchTheme);
        Button projector = Controls.iconButton(Feather.AIRPLAY, "Projector mode", Keys.PROJECTOR, window::switchProjector);
        Button help = Controls.iconButton(Feather.HELP_CIRCLE, "Help", Keys.HELP, window::toggleHelp);
        List.of(theme, projector, help).forEach(button -> button.getStyleClass().add("quiet"));
        ScenarioPicker picker = new ScenarioPicker(opener, window::openFile);
        SettingsMenu settings = new SettingsMenu(playback);
        position.textProperty().bind(playback.positionProperty());
        for (Region fixed : List.of(product, next, play, time, settings)) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        position.setMinWidth(0);
        HBox steps = new HBox(restart, back, next, play, settings);
        HBox where = new HBox(time, position);
        HBox looks = new HBox(theme, projector, help);
        steps.getStyleClass().add("bar-group");
        where.getStyleClass().add("bar-where");
        looks.getStyleClass().add("bar-looks");
        steps.setMinWidth(USE_PREF_SIZE);
        looks.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(product, picker, spring(), steps, where, spring(), rule, looks);
        lab.shownProperty().addListener((property, old, moment) -> show(moment));
        lab.scenarioProperty().addListener((property, old, scenario) -> rule.show(scenario));
        widthProperty().addListener((property, old, width) -> fit());
        position.textProperty().addListener((property, old, text) -> fit());
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private void makeNext(PlaybackViewModel playback) {
        next.getStyleClass().addAll("accent", "next");
        next.setGraphic(nextIcon);
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.setOnAction(event -> playback.next());
        playback.nextStepProperty().addListener((property, old, step) -> showNext(step));
        showNext(playback.nextStepProperty().getValue());
    }

    private void showNext(NextStep step) {
        Controls.rename(next, step.label(), step.meaning() + " (" + Keys.NEXT.display() + ")");
        // A disabled button would lose the focus, and with it the keyboard's place; it is dimmed and does nothing.
        next.setOpacity(step.isPossible() ? 1 : 0.55);
    }

    private void makePlay(PlaybackViewModel playback) {
        play.setOnAction(event -> playback.togglePlay());
        playback.playingProperty().addListener((property, old, playing) -> showPlay(playing));
        showPlay(false);
    }

    private void showPlay(boolean playing) {
        String name = playing ? "Pause" : "Play";
        play.setGraphic(Controls.icon(playing ? Feather.PAUSE : Feather.PLAY));
        Controls.name(play, name, name + " (" + Keys.PLAY.display() + ")");
        play.setText(playWorded ? name : "");
    }

    private void show(Moment moment) {
        time.setText("T = " + moment.time());
        fit();
    }

    /** Tells the theme button which theme it would switch to. */
    public void showTheme(boolean dark) {
        theme.setGraphic(Controls.icon(dark ? Feather.SUN : Feather.MOON));
        String name = dark ? "Light theme" : "Dark theme";
        Controls.name(theme, name, name + " (" + Keys.THEME.display() + ")");
    }

    /** Gives the keyboard to the button that matters most. */
    public void focusNext() {
        next.requestFocus();
    }

    private void fit() {
        for (int level = 0; level <= 4; level++) {
            shrinkTo(level);
            if (prefWidth(-1) <= getWidth()) {
                return;
            }
        }
    }

    private void shrinkTo(int level) {
        Controls.show(product, level < 1);
        rule.setWorded(level < 2);
        playWorded = level < 3;
        play.setText(playWorded ? play.getAccessibleText() : "");
        Controls.show(position, level < 4);
    }
}

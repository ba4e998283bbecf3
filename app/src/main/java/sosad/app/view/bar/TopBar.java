package sosad.app.view.bar;

import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.WindowActions;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.LiveViewModel;
import sosad.app.viewmodel.NextStep;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.app.viewmodel.Script;
import sosad.app.viewmodel.SettingsViewModel;
import sosad.app.viewmodel.lesson.OpenerViewModel;

/** The bar at the top. Where there is little room its lesser parts shrink or go, one after the other. */
public final class TopBar extends HBox {
    private static final double[] PICKER_EM = {26, 19, 14.5, 12.5, 12.5, 12.5, 9};
    private static final int MAX_SHRUNK = 6;
    private static final String PLAY = "Play";
    private static final String PAUSE = "Pause";
    private static final String GO_LIVE = "Go live";
    private static final String STOP_CLOCKS = "Stop clocks";

    private final Label product = Controls.label("SOSAD Lab", "product");
    private final ScenarioPicker picker;
    private final Button next = new SteadyButton(
            Arrays.stream(NextStep.values()).map(NextStep::label).toList());
    private final Button play = new SteadyButton(List.of(PLAY, PAUSE));
    private final Button runOn = Controls.iconButton(Feather.FAST_FORWARD, "Run until", Keys.RUN_ON, () -> {});
    private final Button clocks = new SteadyButton(List.of(GO_LIVE, STOP_CLOCKS));
    private final SettingsMenu settings;
    private final StepPosition position = new StepPosition();
    private final RuleChip rule;
    private final Button theme;
    private final HBox steps;
    private final HBox appearance;
    private int level;

    public TopBar(
            LabViewModel lab,
            PlaybackViewModel playback,
            LiveViewModel live,
            OpenerViewModel opener,
            SettingsViewModel remembered,
            WindowActions window) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        // The bar takes the window's width, however little that is, and fits itself into it.
        setMinWidth(0);
        picker = new ScenarioPicker(opener, remembered.recentProperty(), window);
        settings = new SettingsMenu(playback, lab.restartsProperty(), remembered);
        rule = new RuleChip(playback);
        theme = quiet(Feather.MOON, "Dark theme", Keys.THEME, window::switchTheme);
        makeNext(playback);
        makePlay(playback);
        makeRunOn(playback);
        makeClocks(live);
        appearance = new HBox(theme, quiet(Feather.AIRPLAY, "Projector mode", Keys.PROJECTOR, window::switchProjector));
        appearance.getStyleClass().add("bar-appearance");
        steps = steps(playback);
        for (Region fixed : List.of(product, settings, steps, appearance)) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(product, picker, steps, position, rule, appearance);
        lab.scenarioProperty().addListener((property, old, scenario) -> {
            rule.show(scenario);
            position.setLast(Script.last(scenario));
        });
        lab.shownProperty().addListener((property, old, snapshot) -> position.setTime(snapshot.time()));
        playback.positionProperty().addListener((property, old, words) -> position.setWords(words));
    }

    private HBox steps(PlaybackViewModel playback) {
        Button restart = Controls.iconButton(Feather.ROTATE_CCW, "Restart", Keys.RESTART, playback::restart);
        Button back = Controls.iconButton(Feather.CHEVRON_LEFT, "Back", Keys.BACK, playback::back);
        back.disableProperty().bind(playback.canGoBackProperty().map(can -> !can));
        HBox steps = new HBox(restart, back, next, play, runOn, settings, clocks);
        steps.getStyleClass().add("bar-group");
        return steps;
    }

    private static Button quiet(Feather icon, String name, Keys key, Runnable action) {
        Button button = Controls.iconButton(icon, name, key, action);
        button.getStyleClass().add("quiet");
        return button;
    }

    private void makeNext(PlaybackViewModel playback) {
        next.getStyleClass().addAll("accent", "next");
        next.setGraphic(Controls.icon(Feather.CHEVRON_RIGHT));
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.setOnAction(event -> playback.next());
        playback.nextLabelProperty().subscribe(this::showNext);
    }

    private void showNext(NextStep step) {
        Controls.rename(next, step.label(), step.meaning() + " (" + Keys.NEXT.display() + ")");
        // A disabled button would lose the focus, and with it the keyboard's place; it is dimmed and does nothing.
        next.setOpacity(step.isPossible() ? 1 : 0.55);
    }

    private void makePlay(PlaybackViewModel playback) {
        play.setOnAction(event -> playback.togglePlay());
        play.disableProperty().bind(playback.canPlayProperty().map(can -> !can));
        playback.playingProperty().subscribe(this::showPlay);
    }

    private void makeRunOn(PlaybackViewModel playback) {
        runOn.setOnAction(event -> playback.toggleRunOn());
        ObservableValue<Boolean> canPlay = playback.canPlayProperty();
        runOn.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !playback.runningOnProperty().get() && !canPlay.getValue(),
                        playback.runningOnProperty(),
                        canPlay));
        playback.runningOnProperty().subscribe(running -> {
            runOn.setGraphic(Controls.icon(running ? Feather.SQUARE : Feather.FAST_FORWARD));
            Controls.name(
                    runOn,
                    running ? "Stop running" : "Run until",
                    running
                            ? "Stop here (" + Keys.RUN_ON.display() + ")"
                            : "Run until a breakpoint or the end, without motion (" + Keys.RUN_ON.display() + ")");
        });
    }

    private void makeClocks(LiveViewModel live) {
        clocks.getStyleClass().add("clocks");
        clocks.setOnAction(event -> live.toggle());
        clocks.disableProperty()
                .bind(live.switchingProperty()
                        .or(Bindings.createBooleanBinding(
                                () -> live.statusProperty().get() != LabStatus.READY, live.statusProperty())));
        live.clocksRun().addListener((property, old, run) -> showClocks(run));
        showClocks(false);
    }

    private void showClocks(boolean isLive) {
        clocks.setGraphic(Controls.icon(isLive ? Feather.SQUARE : Feather.ACTIVITY));
        Controls.state(clocks, "live", isLive);
        String name = isLive ? STOP_CLOCKS : GO_LIVE;
        String meaning = isLive
                ? "Stop the nodes' clocks: what is on its way is held, and steps can be played again"
                : "Let the nodes run by their own clocks";
        Controls.rename(clocks, name, meaning + " (" + Keys.CLOCKS.display() + ")");
    }

    private void showPlay(boolean playing) {
        String name = playing ? PAUSE : PLAY;
        play.setGraphic(Controls.icon(playing ? Feather.PAUSE : Feather.PLAY));
        Controls.rename(play, name, name + " (" + Keys.PLAY.display() + ")");
    }

    /** Shows on the theme button to which theme it switches. */
    public void showTheme(boolean dark) {
        theme.setGraphic(Controls.icon(dark ? Feather.SUN : Feather.MOON));
        String name = dark ? "Light theme" : "Dark theme";
        Controls.name(theme, name, name + " (" + Keys.THEME.display() + ")");
    }

    @Override
    protected void layoutChildren() {
        shrinkTo(0);
        while (level < MAX_SHRUNK && free() < 0) {
            shrinkTo(level + 1);
        }
        picker.widenInEm(Math.max(0, free()), PICKER_EM[0]);
        double x = snappedLeftInset();
        for (Region first : List.of(product, picker)) {
            if (first.isManaged()) {
                x += place(first, x) + getSpacing();
            }
        }
        x += Math.floor(Math.max(0, free()) / 2);
        x += place(steps, x) + getSpacing();
        x += place(position, x) + getSpacing();
        double end = getWidth() - snappedRightInset() - appearance.prefWidth(-1);
        place(appearance, end);
        double width = rule.fit(Math.max(0, end - getSpacing() - x), isWorded(level));
        place(rule, end - getSpacing() - width, width);
    }

    /**
     * Returns the room that is left over. It depends on the window's width alone: whatever lesson is played and
     * wherever it stands, everything keeps its place.
     */
    private double free() {
        double needed = snappedLeftInset() + rule.usualWidth(isWorded(level)) + snappedRightInset();
        int gaps = 0;
        for (Region part : List.of(product, picker, steps, position, appearance)) {
            if (part.isManaged()) {
                needed += part.prefWidth(-1);
                gaps++;
            }
        }
        return getWidth() - needed - gaps * getSpacing();
    }

    private double place(Region part, double x) {
        return place(part, x, part.prefWidth(-1));
    }

    private double place(Region part, double x, double width) {
        layoutInArea(part, x, 0, width, getHeight(), 0, HPos.LEFT, VPos.CENTER);
        return width;
    }

    private static boolean isWorded(int level) {
        return level < 4;
    }

    private void shrinkTo(int newLevel) {
        level = newLevel;
        picker.setWidthInEm(PICKER_EM[level]);
        Controls.show(product, level < 3);
        ContentDisplay withWords = level < 5 ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
        play.setContentDisplay(withWords);
        clocks.setContentDisplay(withWords);
        settings.setContentDisplay(withWords);
        position.setStacked(level >= 5);
    }
}

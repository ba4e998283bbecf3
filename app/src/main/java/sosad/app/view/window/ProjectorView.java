package sosad.app.view.window;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import sosad.app.lab.live.LiveState;
import sosad.app.view.Controls;
import sosad.app.view.stage.ProjectorStage;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.app.viewmodel.explain.WhyReading;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.app.viewmodel.lesson.Narration;
import sosad.app.viewmodel.lesson.RemoteControl;
import sosad.protocol.EnumNames;

/**
 * The window in projector mode: T, the stage or another pane in its place, one sentence, and Back and Next as large
 * buttons that stay where they are.
 */
final class ProjectorView extends Region {
    /** The window for which the sizes are given, and its type. */
    private static final double WIDTH = 1280;

    private static final double HEIGHT = 720;
    private static final double TYPE = 20.8;
    private static final double MAX_SCALE = 2;
    private static final double HEAD = 72;
    private static final double NARROW = 1200;
    private static final double FOOT_SHARE = 0.23;
    private static final double FOOT_SHARE_IN_NARROW = 0.27;
    private static final double LOWEST_FOOT = 166;
    private static final double GAP = 16;

    /**
     * What can stand in the stage's place.
     *
     * @param name what it is called
     * @param pane what is shown
     * @param opened run when it is chosen
     */
    record Page(String name, Region pane, Runnable opened) {}

    private final LabViewModel lab;
    private final ProjectorStage stage = new ProjectorStage();
    private final Label time = Controls.fixedLabel("", "projector-time");
    private final Label position = Controls.fixedLabel("", "projector-position");
    private final Label rule = Controls.fixedLabel("", "projector-rule");
    private final HBox head =
            new HBox(time, position, Controls.spring(), Controls.fixedLabel("rule", "projector-position"), rule);
    private final StackPane content = new StackPane();
    private final ProjectorFoot foot;
    private final WhyReading reading;
    private final List<Page> pages = new ArrayList<>();
    private int page;
    private double scale = 1;

    /** @param others what can stand in the stage's place */
    ProjectorView(
            LabViewModel lab, PlaybackViewModel playback, RemoteControl remote, WhyViewModel why, List<Page> others) {
        this.lab = lab;
        getStyleClass().add("projector-view");
        head.getStyleClass().add("projector-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        content.getStyleClass().add("projector-content");
        foot = new ProjectorFoot(playback, remote, this::open);
        pages.add(new Page("Stage", stage, stage::requestFocus));
        pages.addAll(others);
        foot.setPages(pages.stream().map(Page::name).toList());
        reading = new WhyReading(why);
        reading.shownProperty().addListener((property, old, part) -> showIfSeen());
        stage.lightingProperty().bind(why.lightingProperty());
        stage.moveLike(playback.animatedProperty(), playback.speedProperty());
        getChildren().addAll(content, head, foot);
        playback.positionProperty().subscribe(words -> position.setText(words.replace(" · ", ", ")));
        lab.shownProperty().addListener((property, old, snapshot) -> showIfSeen());
        lab.liveProperty().addListener((property, old, state) -> showIfSeen());
        lab.healthsProperty().addListener((property, old, healths) -> showIfSeen());
        sceneProperty().addListener((property, old, scene) -> showIfSeen());
    }

    /** Shows the page at {@code index}, from 0: the stage, or what takes its place. */
    void open(int index) {
        page = index;
        content.getChildren().setAll(pages.get(index).pane());
        foot.mark(index);
        pages.get(index).opened().run();
    }

    /** Shows the stage; called when the view has come into the window. */
    void openStage() {
        open(0);
    }

    /**
     * Goes on with the answer that is read in the sentence's place.
     *
     * @return whether there was more of it
     */
    boolean readOn() {
        return reading.next();
    }

    /** Gives the panes back. */
    void release() {
        content.getChildren().clear();
    }

    /** Returns whether the stage is what is shown. */
    boolean isAtStage() {
        return page == 0;
    }

    CompletionStage<Void> travel(long message) {
        return stage.travel(message);
    }

    /** Nothing is drawn while another window is what one sees. */
    private void showIfSeen() {
        var snapshot = lab.shownProperty().get();
        if (getScene() == null || snapshot == null) {
            return;
        }
        boolean past = lab.pastProperty().get();
        Optional<LiveState> live = Optional.ofNullable(lab.liveProperty().get()).filter(state -> !past);
        time.setText("T = " + snapshot.time());
        rule.setText(EnumNames.of(lab.scenarioProperty().get().cluster().rules().content()));
        Controls.state(time, "past", past);
        stage.show(
                snapshot,
                Optional.ofNullable(lab.baselineProperty().get()),
                past ? java.util.Map.of() : lab.healthsProperty().get(),
                live);
        foot.show(reading.shownProperty()
                .get()
                .or(() -> live.map(Narration::of))
                .orElseGet(() -> Narration.of(
                        lab.scenarioProperty().get(), lab.historyProperty().get(), snapshot)));
        foot.showReading(reading.shownProperty().get().isPresent(), reading.position());
    }

    /** In a larger window everything is larger: the screen that it is thrown on is not. */
    private void scale() {
        double wanted = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
        double bounded = Math.max(1, Math.min(MAX_SCALE, wanted));
        if (bounded != scale) {
            scale = bounded;
            setStyle(format("-fx-font-size: %.2fpx;", TYPE * scale));
            stage.setScale(scale);
            foot.setScale(scale);
            applyCss();
        }
    }

    @Override
    protected void layoutChildren() {
        scale();
        double width = getWidth();
        double share = width < NARROW ? FOOT_SHARE_IN_NARROW : FOOT_SHARE;
        double low = Math.rint(Math.max(LOWEST_FOOT * scale, share * getHeight()));
        double side = Math.rint(width * ProjectorFoot.SIDE);
        head.setPadding(new Insets(10 * scale, side, 0, side));
        double high = Math.rint(HEAD * scale);
        head.resizeRelocate(0, 0, width, high);
        foot.resizeRelocate(0, getHeight() - low, width, low);
        double gap = isAtStage() ? 0 : GAP;
        content.resizeRelocate(
                gap, high + gap, Math.max(0, width - 2 * gap), Math.max(0, getHeight() - high - low - 2 * gap));
    }
}

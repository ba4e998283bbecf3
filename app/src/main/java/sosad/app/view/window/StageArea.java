package sosad.app.view.window;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import sosad.app.lab.live.LiveState;
import sosad.app.view.Controls;
import sosad.app.view.watch.RunGauges;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.VerdictText;
import sosad.app.viewmodel.lesson.Narration;
import sosad.app.viewmodel.tables.ClusterSummary;

/**
 * The stage with its heading above; below it the messages in flight in their order, and the narration, which takes at
 * most a third of the height.
 */
final class StageArea extends Region {
    private static final double MAX_NARRATION = 0.35;

    private final HBox head;
    private final Region stage;
    private final Region flight;
    private final Region group;
    private final Region clients;
    private final RunGauges gauges;
    private final NarrationView narration;
    private final Label summary = Controls.label("", "pane-summary");
    private final Label verdict = Controls.fixedLabel("", "chip", "verdict");
    private Optional<VerdictText> judged = Optional.empty();
    private final LabViewModel lab;
    private final Executor nextFrame;
    private boolean waiting;
    private String inFull = "";
    private String inShort = "";

    /**
     * @param flight keeps its room when it shows nothing, so that the stage stays where it is
     * @param group what is done to chosen nodes, in the same room while some are chosen
     * @param clients stands there while the nodes run by their own clocks and none is chosen
     * @param gauges stand at the end of the heading, as far as there is room
     * @param openLink opens what a link in the text leads to
     * @param nextFrame runs what it is given on the window's thread, in the next frame
     */
    StageArea(
            Region stage,
            Region flight,
            Region group,
            Region clients,
            RunGauges gauges,
            LabViewModel lab,
            Consumer<String> openLink,
            Executor nextFrame) {
        this.nextFrame = nextFrame;
        this.stage = stage;
        this.flight = flight;
        this.group = group;
        this.clients = clients;
        this.gauges = gauges;
        this.lab = lab;
        narration = new NarrationView(openLink, lab::showMoment);
        getStyleClass().addAll("pane", "stage-area");
        Label title = Controls.label("Cluster", "pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        Controls.show(verdict, false);
        head = new HBox(title, summary, Controls.spring(), verdict);
        head.getStyleClass().add("pane-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        summary.setMinWidth(0);
        // A message that is opened may need more room than the stage has: it then lies over what is beside.
        stage.setViewOrder(-1);
        getChildren().addAll(head, gauges, stage, flight, group, clients, narration);
        lab.scenarioProperty()
                .addListener((property, old, scenario) -> narration.keepRoomFor(Narration.ofSteps(scenario)));
        lab.shownProperty().addListener((property, old, snapshot) -> changed());
        lab.liveProperty().addListener((property, old, state) -> changed());
    }

    /** A live cluster's words leave this frame to the stage; its state and its moment change together. */
    private void changed() {
        if (!lab.clocksRun().get()) {
            show();
        } else if (!waiting) {
            waiting = true;
            nextFrame.execute(() -> {
                waiting = false;
                show();
            });
        }
    }

    private void show() {
        if (lab.shownProperty().get() == null) {
            return;
        }
        var snapshot = lab.shownProperty().get();
        Optional<LiveState> live = Optional.ofNullable(lab.liveProperty().get())
                .filter(state -> !lab.pastProperty().get());
        inFull = ClusterSummary.of(snapshot, live);
        inShort = ClusterSummary.inShort(snapshot, live);
        summary.setText(inFull);
        Controls.name(summary, inFull, inFull);
        showVerdict(live.map(LiveState::verdict).flatMap(VerdictText::of));
        narration.show(live.map(Narration::of)
                .orElseGet(() -> Narration.of(
                        lab.scenarioProperty().get(), lab.historyProperty().get(), snapshot)));
    }

    private void showVerdict(Optional<VerdictText> now) {
        judged = now;
        Controls.show(verdict, now.isPresent());
        now.ifPresent(text -> {
            for (VerdictText.Kind kind : VerdictText.Kind.values()) {
                Controls.state(verdict, kind.name().toLowerCase(Locale.ROOT), kind == text.kind());
            }
            Controls.name(verdict, text.sentence(), text.sentence());
            requestLayout();
        });
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        summary.setText(inFull);
        judged.ifPresent(text -> verdict.setText(text.inFull()));
        double gap = head.getSpacing();
        if (head.prefWidth(-1) + gap + gauges.all() > width) {
            summary.setText(inShort);
        }
        if (head.prefWidth(-1) > width) {
            judged.ifPresent(text -> verdict.setText(text.inShort()));
        }
        double headHeight = head.prefHeight(width);
        double taken = gauges.fit(width - head.prefWidth(-1) - gap);
        head.resizeRelocate(left, top, taken > 0 ? width - taken - gap : width, headHeight);
        gauges.resizeRelocate(
                left + width - taken, top, taken, headHeight - head.getInsets().getBottom());
        double narrated = narration.isManaged() ? Math.min(narration.prefHeight(width), MAX_NARRATION * height) : 0;
        narration.resizeRelocate(left, top + height - narrated, width, narrated);
        double strip = Math.max(flight.prefHeight(width), clients.prefHeight(width));
        flight.resizeRelocate(left, top + height - narrated - strip, width, strip);
        group.resizeRelocate(left, top + height - narrated - strip, width, strip);
        clients.resizeRelocate(left, top + height - narrated - strip, width, strip);
        stage.resizeRelocate(left, top + headHeight, width, Math.max(0, height - headHeight - strip - narrated));
    }
}

package sosad.app.view.window;

import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableDoubleValue;
import sosad.app.diagram.TimeDirection;
import sosad.app.lab.RunTree;
import sosad.app.lab.live.LiveState;
import sosad.app.lab.live.LiveTimeline;
import sosad.app.scenario.Scenario;
import sosad.app.view.stage.StagePane;
import sosad.app.view.stage.message.FlightStrip;
import sosad.app.view.timeline.TimelinePane;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.app.viewmodel.explain.Lighting;
import sosad.app.viewmodel.explain.WhyAnswer;
import sosad.app.viewmodel.explain.WhyViewModel;

/** Keeps the stage and the time line showing what the lab is at. */
record PaneBindings(LabViewModel lab, PlaybackViewModel playback) {
    void bind(StagePane stage, FlightStrip flight, LabActions actions) {
        lab.shownProperty().addListener((property, old, snapshot) -> {
            stage.baselineProperty().set(lab.baselineProperty().get());
            stage.snapshotProperty().set(snapshot);
            flight.snapshotProperty().set(snapshot);
        });
        flight.fixedProperty().bind(lab.lockedProperty());
        flight.actionsProperty().set(actions);
        stage.pastProperty().bind(lab.pastProperty());
        stage.fixedProperty().bind(lab.lockedProperty());
        stage.liveProperty().bind(lab.liveProperty());
        stage.planProperty().bind(lab.scenarioProperty().map(Scenario::cluster));
        stage.healthsProperty().bind(lab.healthsProperty());
        stage.speedProperty().bind(playback.speedProperty());
        stage.animatedProperty().bind(playback.animatedProperty());
        stage.actionsProperty().set(actions);
    }

    /** Lets both light what the answer to a question names. */
    void bind(WhyViewModel why, StagePane stage, TimelinePane timeline) {
        stage.lightingProperty().bind(why.lightingProperty());
        timeline.litProperty().bind(why.lightingProperty().map(Lighting::events).orElse(Set.of()));
        timeline.captionProperty()
                .bind(why.answerProperty().map(WhyAnswer::caption).orElse(""));
    }

    /** @param unit by how much everything is larger than usual */
    void bind(TimelinePane timeline, ObservableDoubleValue unit) {
        timeline.scenarioProperty().bind(lab.scenarioProperty());
        timeline.historyProperty().bind(lab.historyProperty());
        timeline.selectedProperty().bindBidirectional(lab.selectedProperty());
        timeline.forksProperty().bind(lab.treeProperty().map(RunTree::forks).orElse(Set.of()));
        timeline.unitProperty().bind(unit);
        timeline.liveProperty()
                .bind(Bindings.createObjectBinding(this::liveTimeline, lab.clocksRun(), lab.liveProperty()));
    }

    /** @param isDown whether time goes down, which is remembered */
    void bind(TimelinePane timeline, BooleanProperty isDown) {
        isDown.subscribe(down -> timeline.directionProperty().set(down ? TimeDirection.DOWN : TimeDirection.RIGHT));
        timeline.directionProperty().addListener((property, old, now) -> isDown.set(now == TimeDirection.DOWN));
    }

    private LiveTimeline liveTimeline() {
        LiveState state = lab.liveProperty().get();
        return !lab.clocksRun().get() ? null : state == null ? LiveTimeline.NONE : state.timeline();
    }
}

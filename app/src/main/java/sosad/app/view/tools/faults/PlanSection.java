package sosad.app.view.tools.faults;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.lab.live.LiveState;
import sosad.app.view.Controls;
import sosad.app.view.WindowActions;
import sosad.app.viewmodel.LiveViewModel;

/** Heals a live cluster, lets chaos or a plan decide what is done to it, and says what the plan does. */
final class PlanSection extends VBox {
    private static final String NONE = "No plan is running.";

    private final Label title = Controls.label(NONE, "muted");
    private final Label said = Controls.label("", "plan-said");
    private final Button end;

    PlanSection(LiveViewModel live, WindowActions files) {
        getStyleClass().add("fault-section");
        Button heal = Controls.button(
                "Heal everything",
                Feather.HEART,
                "End the plan and all faults, and start what is down",
                live::healEverything);
        Button chaos = Controls.button(
                "Chaos",
                Feather.ZAP,
                "Kill, freeze, cut, lose, duplicate and corrupt at random, by a seed that is shown",
                () -> live.runPlan(LiveViewModel.CHAOS));
        end = Controls.button("End plan", Feather.SQUARE, "Stop the plan; faults in force stay", live::endPlan);
        FlowPane buttons = new FlowPane(heal, chaos, plans(live, files), end);
        buttons.getStyleClass().add("rule-form");
        buttons.getChildren().forEach(button -> ((javafx.scene.control.ButtonBase) button).setMinWidth(USE_PREF_SIZE));
        said.setWrapText(true);
        title.setWrapText(true);
        getChildren().addAll(buttons, title, said);
        live.stateProperty()
                .addListener((property, old, state) ->
                        show(Optional.ofNullable(state).flatMap(LiveState::plan)));
        show(Optional.empty());
    }

    private static MenuButton plans(LiveViewModel live, WindowActions files) {
        MenuButton plans = new MenuButton("Plan", Controls.icon(Feather.LIST));
        Controls.name(plans, "Plan", "Choose the plan that decides which faults are injected");
        for (String name : live.plans()) {
            plans.getItems().add(Controls.item(BundledPlans.title(name), () -> live.runPlan(name)));
        }
        plans.getItems().add(new SeparatorMenuItem());
        plans.getItems().add(Controls.item("Open a plan file…", files::openPlan));
        plans.getItems().add(Controls.item("Save what was done as a plan…", files::savePlan));
        return plans;
    }

    private void show(Optional<LiveState.RunningPlan> plan) {
        title.setText(plan.map(one -> format("%s · seed %d · %d s", one.title(), one.seed(), one.millis() / 1_000))
                .orElse(NONE));
        List<String> lines = plan.map(LiveState.RunningPlan::said).orElse(List.of());
        said.setText(String.join("\n", lines));
        Controls.show(said, !lines.isEmpty());
        Controls.show(end, plan.isPresent());
    }
}

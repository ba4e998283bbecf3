package sosad.app.view.tools.faults;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.lab.LiveState;
import sosad.app.view.Controls;
import sosad.app.viewmodel.LiveViewModel;

/** Heals a live cluster, lets chaos or a plan decide what is done to it, and says what the plan does. */
final class PlanSection extends VBox {
    private static final String NONE = "No plan runs.";

    private final Label title = Controls.label(NONE, "muted");
    private final Label said = Controls.label("", "plan-said");
    private final Button end = new Button("End plan", Controls.icon(Feather.SQUARE));

    PlanSection(LiveViewModel live, PlanActions files) {
        getStyleClass().add("fault-section");
        Button heal = new Button("Heal everything", Controls.icon(Feather.HEART));
        heal.setOnAction(click -> live.healEverything());
        Controls.name(heal, "Heal everything", "End the plan and all faults, and start what is down");
        Button chaos = new Button("Chaos", Controls.icon(Feather.ZAP));
        chaos.setOnAction(click -> live.runPlan(LiveViewModel.CHAOS));
        Controls.name(chaos, "Chaos", "Kill, freeze, cut, lose, repeat and corrupt by chance, by a seed that is shown");
        end.setOnAction(click -> live.endPlan());
        Controls.name(end, "End plan", "The plan decides nothing more; what is in force stays");
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

    private static MenuButton plans(LiveViewModel live, PlanActions files) {
        MenuButton plans = new MenuButton("Plan", Controls.icon(Feather.LIST));
        Controls.name(plans, "Plan", "Choose a plan that decides what is done to the cluster");
        for (String name : live.plans()) {
            plans.getItems().add(item(BundledPlans.title(name), () -> live.runPlan(name)));
        }
        plans.getItems().add(new SeparatorMenuItem());
        plans.getItems().add(item("Open a plan file…", files::openPlan));
        plans.getItems().add(item("Save what was done as a plan…", files::savePlan));
        return plans;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(click -> action.run());
        return item;
    }

    private void show(Optional<LiveState.RunningPlan> plan) {
        title.setText(plan.map(one -> String.format(
                        Locale.ROOT, "%s · seed %d · %d s", one.title(), one.seed(), one.millis() / 1_000))
                .orElse(NONE));
        List<String> lines = plan.map(LiveState.RunningPlan::said).orElse(List.of());
        said.setText(String.join("\n", lines));
        Controls.show(said, !lines.isEmpty());
        Controls.show(end, plan.isPresent());
    }
}

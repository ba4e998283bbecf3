package sosad.app.view.stage.form;

import static sosad.model.PlainFormat.format;

import java.util.OptionalLong;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import sosad.app.fault.ProcessFault;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.view.Controls;
import sosad.app.view.StageActions;
import sosad.model.NodeId;

/** Sets how far a node's clock runs ahead: of T, or live, in milliseconds. */
public final class SkewForm extends StageForm {
    private final NodeId node;
    private final StageActions actions;
    private final Runnable done;
    private final boolean live;
    private final TextField by = new TextField();
    private final Button set = new Button();

    /** @param done called when it was set */
    public SkewForm(NodeId node, Snapshot now, StageActions actions, Runnable done) {
        super("%s's clock".formatted(node), Set.of(node));
        this.node = node;
        this.actions = actions;
        this.done = done;
        live = now.isLive();
        by.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().matches("-?[0-9]{0,15}") ? change : null));
        by.setPrefColumnCount(8);
        String unit = live ? "milliseconds" : "units of T";
        Controls.name(by, "Ahead by", "So many %s ahead; behind if negative".formatted(unit));
        by.setOnAction(enter -> set());
        set.getStyleClass().add("accent");
        set.setMinWidth(USE_PREF_SIZE);
        set.setOnAction(click -> set());
        Label unitLabel = Controls.fixedLabel(live ? "ms" : "", "muted");
        HBox line = new HBox(by, unitLabel, set);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Controls.fixedLabel(
                                live
                                        ? "It runs ahead by (negative: behind)"
                                        : "It runs ahead of T by (negative: behind)",
                                "question"),
                        line);
        by.setPromptText(live ? "such as -5000" : "such as -5");
        by.setText(live ? "" : format("%d", now.node(node).skew()));
        by.textProperty().subscribe(text -> update());
    }

    private OptionalLong chosen() {
        if (!by.getText().matches("-?[0-9]+")) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(by.getText());
        long most = live ? ProcessFault.MAX_SKEW_MILLIS : Action.Skew.MAX_BY;
        boolean isHealing = live && number == 0; // the fault itself is ended then, under Faults
        return isHealing || Math.abs(number) > most ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private void set() {
        chosen().ifPresent(number -> {
            done.run();
            actions.act(new Action.Skew(node, number));
        });
    }

    private void update() {
        set.setDisable(chosen().isEmpty());
        String words = "Set the clock";
        if (chosen().isPresent()) {
            long number = chosen().getAsLong();
            String unit = live ? " ms" : "";
            words = number == 0
                    ? "Set it right"
                    : format("Set it %d%s %s", Math.abs(number), unit, number > 0 ? "ahead" : "behind");
        }
        Controls.rename(set, words, "It acts at once and outlives restarts (Enter)");
    }

    @Override
    void show(Snapshot now) {
        // It asks for a number, whatever happens meanwhile.
    }

    @Override
    void focusFirst() {
        by.requestFocus();
        by.selectAll();
    }
}

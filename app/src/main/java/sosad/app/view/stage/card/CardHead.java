package sosad.app.view.stage.card;

import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.scenario.Action;
import sosad.app.view.Controls;
import sosad.app.view.IconButton;
import sosad.app.view.NodeBadge;
import sosad.app.view.StageActions;
import sosad.model.NodeId;

/** The node's badge, its state in a word, and the buttons that change it. */
final class CardHead extends HBox implements NodeCard.Part {
    private final NodeId node;
    private final FontIcon pausedIcon = FontIcon.of(Feather.PAUSE);
    private final NodeBadge badge;
    private final Label status = Controls.fixedLabel("", "status");
    private final Label troubles = Controls.fixedLabel("", "troubles");
    private final IconButton pause;
    private final IconButton power;
    private Action pausing;
    private Action powering;

    CardHead(NodeId node, ObjectProperty<StageActions> actions, BooleanExpression locked) {
        this.node = node;
        getStyleClass().add("card-head");
        pause = new IconButton(
                Feather.PAUSE, "Pause " + node, () -> actions.get().act(pausing));
        power = new IconButton(
                Feather.POWER, "Kill " + node, () -> actions.get().act(powering));
        for (IconButton button : List.of(pause, power)) {
            button.disableProperty().bind(locked);
        }
        status.setGraphic(pausedIcon);
        pausedIcon.managedProperty().bind(pausedIcon.visibleProperty());
        badge = new NodeBadge(node);
        getChildren().addAll(badge, status, troubles, Controls.spring(), pause, power);
    }

    void scale(double unit) {
        pause.scale(unit);
        power.scale(unit);
        Controls.size(pausedIcon, 13 * unit);
    }

    @Override
    public void update(CardState state) {
        boolean resumes = state.allows(new Action.Resume(node));
        boolean starts = state.allows(new Action.Start(node, false));
        pausing = resumes ? new Action.Resume(node) : new Action.Pause(node);
        powering = starts ? new Action.Start(node, false) : new Action.Kill(node);
        badge.setHollow(starts);
        status.setText(state.status());
        pausedIcon.setVisible(resumes);
        status.setContentDisplay(resumes ? ContentDisplay.LEFT : ContentDisplay.TEXT_ONLY);
        Controls.show(troubles, !state.troubles().isEmpty());
        troubles.setText(state.troubles());
        Controls.state(troubles, "faulty", !state.faults().isEmpty());
        Controls.show(pause, !starts);
        pause.rename(resumes ? Feather.PLAY : Feather.PAUSE, (resumes ? "Resume " : "Pause ") + node);
        power.rename(starts ? Feather.PLAY : Feather.POWER, (starts ? "Start " : "Kill ") + node);
    }
}

package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sosad.app.explain.Question;
import sosad.app.history.NodeState.Status;
import sosad.app.view.Animator;
import sosad.app.view.Askable;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.app.view.NodeColours;
import sosad.app.view.StageActions;
import sosad.app.viewmodel.tables.Lacks;
import sosad.model.NodeId;

/** A node: its state, its rows, what it holds and lacks. */
public final class NodeCard extends VBox implements Askable {
    /** A piece of a node's card. */
    interface Part {
        /** Shows {@code state}; what is the same as before is not touched. */
        void update(CardState state);
    }

    private static final String HELP = "A click opens its menu (Enter); with Shift it chooses the node for a group (G)";

    private final NodeId node;
    private final ObjectProperty<StageActions> actions;
    private final BooleanExpression locked;
    private final Animator animator;
    private final List<Part> parts = new ArrayList<>();
    private final LazyTooltip tooltip = LazyTooltip.of(this);
    private final NodeMenu menu;
    private final List<NodeId> peers;
    private Density density;
    private double unit;
    private CardState state;

    /** @param locked whether nothing can be done to the node */
    public NodeCard(
            NodeId node,
            List<NodeId> peers,
            ObjectProperty<StageActions> actions,
            BooleanExpression locked,
            Animator animator,
            NodeRequests requests) {
        this.node = node;
        this.peers = List.copyOf(peers);
        this.actions = actions;
        this.locked = locked;
        this.animator = animator;
        this.menu = new NodeMenu(node, peers, actions, requests);
        getStyleClass().add("stage-card");
        NodeColours.mark(this, node);
        setAccessibleRole(AccessibleRole.PARENT);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, request -> {
            if (!locked.get()) {
                menu.show(this, request.getScreenX(), request.getScreenY());
            }
            request.consume();
        });
        setFocusTraversable(true);
        setAccessibleHelp(HELP);
        setOnMousePressed(press -> {
            if (press.isShiftDown()) {
                press.consume();
            }
        });
        setOnMouseClicked(click -> {
            if (click.getButton() != MouseButton.PRIMARY || isOnButton(click)) {
                return;
            } else if (click.isShiftDown()) {
                requests.toggleInGroup(node);
            } else if (!locked.get()) {
                menu.show(this, click.getScreenX(), click.getScreenY());
            }
        });
        setOnKeyPressed(key -> {
            if (key.getTarget() != this || key.isShortcutDown() || key.isAltDown()) {
                return;
            } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                openMenu();
                key.consume();
            } else if (key.getCode() == KeyCode.G) {
                requests.toggleInGroup(node);
                key.consume();
            }
        });
    }

    /** A click on a button of the card is the button's. */
    private boolean isOnButton(MouseEvent click) {
        Node at = click.getPickResult().getIntersectedNode();
        while (at != null && at != this) {
            if (at instanceof ButtonBase) {
                return true;
            }
            at = at.getParent();
        }
        return false;
    }

    private void describe() {
        boolean showsLittle = isFolded() || !state.faults().isEmpty();
        tooltip.setText(showsLittle ? state.sentence() + "\n" + HELP : HELP);
    }

    private boolean isFolded() {
        return density != null && density.isFolded();
    }

    private void openMenu() {
        if (!locked.get()) {
            menu.show(this, Side.BOTTOM, 0, 0);
        }
    }

    /** Of a card one asks why it lacks what it lacks first; the menu has all questions. */
    @Override
    public Optional<Question> question() {
        return Lacks.of(state.snapshot(), node).stream()
                .map(Question.class::cast)
                .findFirst();
    }

    void update(CardState newState) {
        state = newState;
        Controls.state(this, "dead", newState.node().status() == Status.DEAD);
        Controls.state(this, "paused", newState.node().status() == Status.PAUSED);
        Controls.state(this, "faulty", !newState.faults().isEmpty());
        setAccessibleText(newState.sentence());
        menu.update(newState);
        parts.forEach(part -> part.update(newState));
        describe();
    }

    /** Returns how many letters stand beside its badge. */
    int headLetters() {
        return state.headWords().length();
    }

    /** Rebuilds the card if its form has changed. */
    void form(Density newDensity, double newUnit) {
        if (newDensity == density && newUnit == unit) {
            return;
        }
        density = newDensity;
        unit = newUnit;
        parts.clear();
        build();
        getStyleClass().removeAll("rows", "grid", "line", "badge", "mark");
        getStyleClass().add(density.name().toLowerCase(java.util.Locale.ROOT));
        describe();
        getChildren().setAll(parts.stream().map(Region.class::cast).toList());
        parts.forEach(part -> part.update(state));
        // The layout that asked for this form is about to measure it.
        applyCss();
    }

    private void build() {
        if (density == Density.BADGE || density == Density.MARK) {
            parts.add(new BadgeFace(node, density == Density.BADGE));
            return;
        }
        if (density == Density.LINE) {
            parts.add(new LineFace(node, peers, animator));
            return;
        }
        CardHead head = new CardHead(node, actions, locked);
        head.scale(unit);
        CardFoot foot = new CardFoot(node, actions, locked, density == Density.ROWS);
        foot.scale(unit);
        parts.add(head);
        parts.add(density == Density.ROWS ? new PeerRows(peers, animator) : new PeerGrid(peers, animator));
        parts.add(foot);
    }
}

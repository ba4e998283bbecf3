package sosad.app.view.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import sosad.app.diagram.Box;
import sosad.app.diagram.BoxPlacer.Place;
import sosad.app.diagram.Curve;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.ClusterPlan;
import sosad.app.supervisor.Health;
import sosad.app.view.Animator;
import sosad.app.view.StageActions;
import sosad.app.view.Theme;
import sosad.app.view.stage.card.CardLayer;
import sosad.app.view.stage.card.GatewayLayer;
import sosad.app.view.stage.form.GroupBar;
import sosad.app.view.stage.form.StageForm;
import sosad.app.view.stage.link.LinkLayer;
import sosad.app.view.stage.link.LinkTags;
import sosad.app.view.stage.link.LiveDots;
import sosad.app.view.stage.message.MessageInteraction;
import sosad.app.view.stage.message.MessageLayer;
import sosad.app.view.stage.read.ReadLayer;
import sosad.app.viewmodel.explain.Lighting;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * The cluster at a moment: the nodes as cards on a circle, the gateways beside them, the links, and the messages
 * standing on them, each of which can be opened and handled.
 */
public final class StagePane extends Region {
    private static final double MARGIN = 10;

    private final ObjectProperty<Snapshot> snapshot = new SimpleObjectProperty<>(this, "snapshot");
    private final ObjectProperty<Snapshot> baseline = new SimpleObjectProperty<>(this, "baseline");
    private final ObjectProperty<Map<NodeId, Health>> healths = new SimpleObjectProperty<>(this, "healths", Map.of());
    private final BooleanProperty past = new SimpleBooleanProperty(this, "past");
    private final BooleanProperty fixed = new SimpleBooleanProperty(this, "fixed");
    private final ObjectProperty<StageActions> actions = new SimpleObjectProperty<>(this, "actions");
    private final DoubleProperty unit = new SimpleDoubleProperty(this, "unit", 1);
    private final ObjectProperty<Region> popoverArea = new SimpleObjectProperty<>(this, "popoverArea");
    private final Animator animator = new Animator();
    private final ObjectProperty<LiveState> live = new SimpleObjectProperty<>(this, "live");
    private Map<NodeId, List<FaultSpec>> faults = Map.of();
    private Map<NodeId, Long> writes = Map.of();
    private final StageHands hands;
    private final LinkLayer links;
    private final LinkTags tags;
    private final LiveDots dots = new LiveDots(animator.animated);
    private final CardLayer cards;
    private final GatewayLayer gateways;
    private final ReadLayer reads = new ReadLayer();
    private final MessageLayer messages;
    private final MessageInteraction interaction;
    private final StageLight light;

    public StagePane() {
        getStyleClass().add("stage-pane");
        setPrefSize(770, 400);
        setMinSize(320, 220);
        getStylesheets().add(Theme.sheet("stage/stage.css"));
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Cluster");
        BooleanExpression locked = fixed.or(actions.isNull());
        hands = new StageHands(actions, locked, this::open);
        links = new LinkLayer(hands.linkOpener);
        tags = new LinkTags(hands.faultsOfLink);
        cards = new CardLayer(actions, locked, animator, hands);
        hands.setLayers(links, cards);
        gateways = new GatewayLayer(actions, locked);
        interaction = new MessageInteraction(actions, locked);
        messages = new MessageLayer(animator, interaction::attach, this::openMessage);
        interaction.popover().visibleProperty().subscribe(shown -> {
            if (shown) {
                hands.forms.close();
            }
        });
        light = new StageLight(links, messages);
        light.lighting.addListener(changed -> requestLayout());
        links.setViewOrder(1); // behind everything else, and after it for Tab
        getChildren().addAll(dots, tags, gateways, cards, reads, light.lost, messages.stacks(), messages, links);
        getChildren().addAll(interaction.popover(), hands.forms);
        snapshot.addListener(changed -> refresh());
        healths.addListener(changed -> refresh());
        past.addListener(changed -> {
            showLive(live.get());
            refresh();
        });
        live.addListener((property, old, state) -> showLive(state));
        unit.addListener(changed -> requestLayout());
        setOnMousePressed(press -> {
            close();
            requestFocus();
        });
    }

    /** The moment shown. */
    public ObjectProperty<Snapshot> snapshotProperty() {
        return snapshot;
    }

    /** The moment against which "changed" is measured in the next moment; null: nothing is marked as changed. */
    public ObjectProperty<Snapshot> baselineProperty() {
        return baseline;
    }

    /** Returns what the supervisor thinks of the processes now; shown unless the moment is past. */
    public ObjectProperty<Map<NodeId, Health>> healthsProperty() {
        return healths;
    }

    /** Returns what a live cluster shows besides its moment; null: it is not live. Shown unless the moment is past. */
    public ObjectProperty<LiveState> liveProperty() {
        return live;
    }

    /** Returns what opens the faults of a live link; null: nothing does. */
    public ObjectProperty<Consumer<Link>> linkChoiceProperty() {
        return hands.faultsOfLink;
    }

    /** The cluster's plan: which forms there are depends on it. */
    public ObjectProperty<ClusterPlan> planProperty() {
        return hands.plan;
    }

    /** Returns the bar of what can be done to the nodes that are chosen as a group. */
    public GroupBar groupBar() {
        return hands.groupBar;
    }

    /** Chooses no node any more; returns whether some were chosen. */
    public boolean clearGroup() {
        return hands.clearGroup();
    }

    /** Returns whether the moment shown is over. */
    public BooleanProperty pastProperty() {
        return past;
    }

    /** Returns whether nothing can be done at the moment shown. */
    public BooleanProperty fixedProperty() {
        return fixed;
    }

    /** Returns how many times faster than normal things move. */
    public DoubleProperty speedProperty() {
        return animator.speed;
    }

    /** Returns whether things move at all. */
    public BooleanProperty animatedProperty() {
        return animator.animated;
    }

    /** Returns what is done to nodes and messages; null: nothing can be. */
    public ObjectProperty<StageActions> actionsProperty() {
        return actions;
    }

    /** Returns by how much everything is larger than usual. */
    public DoubleProperty unitProperty() {
        return unit;
    }

    /** Returns the part of the window that an opened message may lie over; null: the stage alone. */
    public ObjectProperty<Region> popoverAreaProperty() {
        return popoverArea;
    }

    /** Returns what is lit while the rest is dimmed; null: nothing is. */
    public ObjectProperty<Lighting> lightingProperty() {
        return light.lighting;
    }

    /** Lets a message in flight travel to its destination; completed, on the FX thread, when it is there. */
    public CompletionStage<Void> travel(long messageId) {
        layOut();
        return messages.travel(messageId);
    }

    /**
     * Closes the message or the form that is opened and gives the keyboard back to what it is about.
     *
     * @return whether one was open
     */
    public boolean close() {
        boolean open = interaction.popover().isVisible();
        interaction.close();
        return hands.forms.close() || open;
    }

    private void open(StageForm form, Node owner, Supplier<Box> at) {
        close();
        hands.forms.open(form, owner, at);
    }

    private Optional<LiveState> shownLive() {
        return past.get() ? Optional.empty() : Optional.ofNullable(live.get());
    }

    private void showLive(LiveState state) {
        if (state == null || past.get()) {
            dots.clear();
        } else {
            dots.add(state.sample().some());
        }
        tags.show(shownLive());
        Map<NodeId, List<FaultSpec>> before = faults;
        Map<NodeId, Long> writesBefore = writes;
        writes = shownLive().map(now -> now.load().writes()).orElse(Map.of());
        faults = shownLive().map(now -> now.faults().ofGoingProcesses()).orElse(Map.of());
        if (!faults.equals(before) || !writes.equals(writesBefore)) {
            refresh();
        }
        requestLayout();
    }

    /** Opens a message, if it is on the stage; one that lies in a stack is taken out. */
    public void openMessage(long id) {
        messages.takeOut(id).ifPresent(box -> {
            layOut();
            interaction.open(box);
        });
    }

    private void layOut() {
        if (isNeedsLayout()) {
            applyCss();
            layout();
        }
    }

    private void refresh() {
        Snapshot now = snapshot.get();
        if (now == null) {
            return;
        }
        Map<NodeId, Health> known = past.get() ? Map.of() : healths.get();
        cards.show(now, Optional.ofNullable(baseline.get()), known, faults, writes);
        gateways.show(now, known);
        reads.show(now);
        interaction.show(now);
        hands.show(now);
        messages.show(now);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (snapshot.get() == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        double unit = this.unit.get();
        Box space = new Box(0, 0, getWidth(), getHeight()).grown(-MARGIN);
        List.of(links, dots, tags, gateways, cards, reads, light.lost, messages.stacks(), messages)
                .forEach(layer -> layer.resizeRelocate(0, 0, getWidth(), getHeight()));
        Map<NodeId, Box> places = cards.place(gateways.place(space, unit), gateways.hasCards(), unit);
        gateways.draw(places, space, unit);
        Map<Link, Curve> ways = links.between(places, space, unit);
        List<Box> taken = new ArrayList<>(gateways.boxes());
        taken.addAll(reads.place(places, ways.values(), space, taken, unit));
        Map<Long, Place> boxes = messages.place(ways, space, places, taken, unit);
        links.draw(snapshot.get(), shownLive(), boxes, unit);
        cards.light(light.nodes());
        List<Box> covered = new ArrayList<>(places.values());
        covered.addAll(taken);
        light.draw(snapshot.get(), ways, boxes, space, covered, unit);
        dots.place(ways, unit);
        tags.place(ways);
        interaction.place(popoverArea(), places, unit);
        hands.forms.place(popoverArea(), places);
    }

    private Box popoverArea() {
        Region area = popoverArea.get();
        if (area == null || area.getScene() == null || area.getScene() != getScene()) {
            return new Box(0, 0, getWidth(), getHeight());
        }
        Bounds bounds = sceneToLocal(area.localToScene(area.getLayoutBounds()));
        return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}

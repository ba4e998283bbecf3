package sosad.app.view.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import sosad.app.diagram.Box;
import sosad.app.diagram.BoxPlacer.Place;
import sosad.app.diagram.Curve;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveState;
import sosad.app.supervisor.Health;
import sosad.app.view.Animator;
import sosad.app.view.Theme;
import sosad.app.view.stage.card.ProjectorCardLayer;
import sosad.app.view.stage.card.ProjectorGatewayLayer;
import sosad.app.view.stage.link.LinkLayer;
import sosad.app.view.stage.link.LinkTags;
import sosad.app.view.stage.link.LiveDots;
import sosad.app.view.stage.message.MessageLayer;
import sosad.app.view.stage.read.ReadLayer;
import sosad.app.viewmodel.explain.Lighting;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * The cluster at a moment in projector mode: large nodes that show what they hold, and messages that say what they
 * carry. It is looked at; nothing is done to it.
 */
public final class ProjectorStage extends Region {
    /** The factor by which lines and marks are larger than on the stage of the normal window. */
    private static final double UNIT = 1.6;

    /** The room around everything: at least that much, and more at the sides of a wide window. */
    private static final double MARGIN = 20;

    /** The room in front of a card that is kept for the arrows' heads. */
    private static final double ARROW = 10;

    private final Animator animator = new Animator();
    private final LinkLayer links = new LinkLayer(new SimpleObjectProperty<>());
    private final LinkTags tags = new LinkTags(new SimpleObjectProperty<>());
    private final LiveDots dots = new LiveDots(animator.animated);
    private final ProjectorCardLayer cards = new ProjectorCardLayer(animator);
    private final ProjectorGatewayLayer gateways = new ProjectorGatewayLayer();
    private final ReadLayer reads = new ReadLayer();
    private final MessageLayer messages = new MessageLayer(animator);
    private final StageLight light = new StageLight(links, messages);
    private Snapshot snapshot;
    private double scale = 1;
    private Optional<LiveState> live = Optional.empty();

    public ProjectorStage() {
        getStyleClass().add("projector-stage");
        getStylesheets().addAll(Theme.sheet("stage/stage.css"), Theme.sheet("stage/projector-stage.css"));
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Cluster");
        getChildren().addAll(links, dots, tags, gateways, cards, reads, light.lost, messages.stacks(), messages);
        light.lighting.addListener(changed -> requestLayout());
    }

    /** Lets things move as on another stage. */
    public void moveLike(ObservableBooleanValue animated, javafx.beans.value.ObservableDoubleValue speed) {
        animator.animated.bind(animated);
        animator.speed.bind(speed);
    }

    /**
     * Shows a moment.
     *
     * @param baseline what differs from it is marked as changed
     * @param newLive what a live cluster shows besides its moment
     */
    public void show(
            Snapshot newSnapshot,
            Optional<Snapshot> baseline,
            Map<NodeId, Health> healths,
            Optional<LiveState> newLive) {
        snapshot = newSnapshot;
        live = newLive;
        cards.show(
                snapshot,
                baseline,
                healths,
                live.map(state -> state.faults().ofGoingProcesses()).orElse(Map.of()),
                live.map(state -> state.load().writes()).orElse(Map.of()));
        gateways.show(snapshot);
        reads.show(snapshot);
        messages.show(snapshot);
        tags.show(live);
        live.ifPresentOrElse(state -> dots.add(state.sample().some()), dots::clear);
        requestLayout();
    }

    /** Sets how much larger than in a window of 1280 by 720 pixels everything is. */
    public void setScale(double newScale) {
        scale = newScale;
        requestLayout();
    }

    /** Returns what is lit while the rest is dimmed; null: nothing is. */
    public ObjectProperty<Lighting> lightingProperty() {
        return light.lighting;
    }

    /** Lets a message in flight travel to its destination; completed, on the FX thread, when it is there. */
    public CompletionStage<Void> travel(long message) {
        if (isNeedsLayout()) {
            applyCss();
            layout();
        }
        return messages.travel(message);
    }

    @Override
    protected void layoutChildren() {
        if (snapshot == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        double aside = getWidth() / 32;
        Box space = new Box(aside, MARGIN, getWidth() - 2 * aside, getHeight() - 2 * MARGIN);
        List.of(links, dots, tags, gateways, cards, reads, light.lost, messages.stacks(), messages)
                .forEach(layer -> layer.resizeRelocate(0, 0, getWidth(), getHeight()));
        double unit = UNIT * scale;
        Map<NodeId, Box> places =
                cards.place(gateways.place(space, snapshot.nodes().size(), scale), scale);
        List<Box> taken = new ArrayList<>();
        places.values().forEach(place -> taken.add(place.grown(ARROW * scale)));
        taken.addAll(gateways.draw(places));
        Map<Link, Curve> ways = links.between(places, space, unit);
        taken.addAll(reads.place(places, ways.values(), space, taken, unit));
        Map<Long, Place> boxes = messages.place(ways, space, places, taken, unit);
        links.draw(snapshot, live, boxes, unit);
        cards.light(light.nodes());
        List<Box> covered = new ArrayList<>(places.values());
        covered.addAll(taken);
        light.draw(snapshot, ways, boxes, space, covered, unit);
        dots.place(ways, unit);
        tags.place(ways);
    }
}

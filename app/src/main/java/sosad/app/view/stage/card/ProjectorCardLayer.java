package sosad.app.view.stage.card;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sosad.app.diagram.Box;
import sosad.app.diagram.Ring;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.history.Lag;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.supervisor.Health;
import sosad.app.view.Animator;
import sosad.app.view.Controls;
import sosad.app.view.Layer;
import sosad.app.view.stage.card.ProjectorCard.Form;
import sosad.app.viewmodel.tables.StoreChip;
import sosad.model.NodeId;

/** The cards of the nodes in projector mode. */
public final class ProjectorCardLayer extends Layer {
    /** The share of the stage's width that a card has, and its bounds. */
    private static final double SHARE = 0.29;

    private static final double NARROWEST = 286;
    private static final double WIDEST = 460;

    /** The room between two cards at least, where their forms allow it. */
    private static final double GAP = 64;

    private final Animator animator;
    private final Map<NodeId, ProjectorCard> cards = new TreeMap<>();
    private int entries;

    public ProjectorCardLayer(Animator animator) {
        this.animator = animator;
    }

    /**
     * Shows the nodes of a moment; what differs from {@code baseline} is marked.
     *
     * @param faults what is wrong with live processes, besides their status
     * @param writes how many writes a second built-in clients do at each node, if there are any
     */
    public void show(
            Snapshot snapshot,
            Optional<Snapshot> baseline,
            Map<NodeId, Health> healths,
            Map<NodeId, List<FaultSpec>> faults,
            Map<NodeId, Long> writes) {
        List<NodeId> nodes =
                snapshot.nodes().stream().map(NodeState::id).sorted().toList();
        if (!List.copyOf(cards.keySet()).equals(nodes)) {
            cards.clear();
            nodes.forEach(node -> cards.put(
                    node,
                    new ProjectorCard(
                            node,
                            nodes.stream().filter(peer -> !peer.equals(node)).toList(),
                            animator)));
            getChildren().setAll(cards.values());
        }
        Map<NodeId, List<StoreChip>> chips = StoreChip.of(snapshot, baseline);
        Map<NodeId, Integer> lacks = Lag.lackedEntries(snapshot);
        entries = chips.values().stream().mapToInt(List::size).max().orElse(0);
        for (NodeState node : snapshot.nodes()) {
            CardState state = new CardState(
                    snapshot,
                    node,
                    baseline.map(before -> before.node(node.id())),
                    healths.getOrDefault(node.id(), Health.UP),
                    lacks.getOrDefault(node.id(), 0),
                    faults.getOrDefault(node.id(), List.of()),
                    CardState.writes(writes, node.id()));
            cards.get(node.id()).update(state, chips.getOrDefault(node.id(), List.of()));
        }
    }

    /** Dims the cards of all nodes but these; empty: none is dimmed. */
    public void light(Optional<Set<NodeId>> lit) {
        cards.forEach((node, card) -> Controls.state(
                card, "dimmed", lit.filter(nodes -> !nodes.contains(node)).isPresent()));
    }

    /**
     * Places the cards on their circle within {@code space}, as full as there is room; where each came to stand.
     *
     * @param scale how much larger than in a window of 1280 by 720 pixels everything is
     */
    public Map<NodeId, Box> place(Box space, double scale) {
        double width = Math.rint(Math.max(NARROWEST * scale, Math.min(WIDEST * scale, SHARE * space.width())));
        List<Box> places = List.of();
        for (Form form : Form.values()) {
            if (form == Form.CHIPS && entries >= StoreChip.MANY) {
                continue;
            }
            places = places(form, width, space);
            if (places.stream().allMatch(place -> place.outside(space.grown(1)) == 0) && Ring.tightest(places) >= GAP) {
                break;
            }
        }
        Map<NodeId, Box> boxes = new TreeMap<>();
        int at = 0;
        for (Map.Entry<NodeId, ProjectorCard> card : cards.entrySet()) {
            Box place = places.get(at++);
            card.getValue().resizeRelocate(place.x(), place.y(), place.width(), place.height());
            boxes.put(card.getKey(), place);
        }
        return boxes;
    }

    private List<Box> places(Form form, double width, Box space) {
        double widest = 0;
        double highest = 0;
        for (ProjectorCard card : cards.values()) {
            card.form(form, width);
            widest = Math.max(widest, Math.ceil(card.prefWidth(-1)));
            highest = Math.max(highest, Math.ceil(card.prefHeight(widest)));
        }
        return Ring.places(cards.size(), space, widest, highest);
    }
}

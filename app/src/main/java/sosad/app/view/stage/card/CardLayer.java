package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
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
import sosad.app.view.StageActions;
import sosad.model.NodeId;

/** The cards of the nodes. */
public final class CardLayer extends Layer {
    private final ObjectProperty<StageActions> actions;
    private final BooleanExpression locked;
    private final Animator animator;
    private final NodeRequests requests;
    private final Map<NodeId, NodeCard> cards = new TreeMap<>();
    private final Map<Density, Dimension2D> sizes = new EnumMap<>(Density.class);
    private Content measured;

    /** @param requests what can be asked for at a card */
    public CardLayer(
            ObjectProperty<StageActions> actions, BooleanExpression locked, Animator animator, NodeRequests requests) {
        this.requests = requests;
        this.actions = actions;
        this.locked = locked;
        this.animator = animator;
    }

    /**
     * @param faults what is wrong with live processes, besides their status
     * @param writes how many writes a second built-in clients do at each node, if there are any
     */
    public void show(
            Snapshot snapshot,
            Optional<Snapshot> baseline,
            Map<NodeId, Health> healths,
            Map<NodeId, List<FaultSpec>> faults,
            Map<NodeId, Long> writes) {
        List<NodeId> nodes = snapshot.nodes().stream().map(NodeState::id).toList();
        if (!List.copyOf(cards.keySet()).equals(nodes.stream().sorted().toList())) {
            rebuild(nodes);
        }
        Map<NodeId, Integer> lacks = Lag.lackedEntries(snapshot);
        for (NodeState node : snapshot.nodes()) {
            Optional<NodeState> base = baseline.flatMap(before -> before.nodes().stream()
                    .filter(state -> state.id().equals(node.id()))
                    .findFirst());
            cards.get(node.id())
                    .update(new CardState(
                            snapshot,
                            node,
                            base,
                            healths.getOrDefault(node.id(), Health.UP),
                            lacks.getOrDefault(node.id(), 0),
                            faults.getOrDefault(node.id(), List.of()),
                            CardState.writes(writes, node.id())));
        }
    }

    /** Marks the cards of these nodes as chosen, and no others. */
    public void choose(Set<NodeId> chosen) {
        cards.forEach((node, card) -> Controls.state(card, "chosen", chosen.contains(node)));
    }

    /** Returns the card of a node, which there is. */
    public Node card(NodeId node) {
        return cards.get(node);
    }

    /** Returns where the card of a node stands. */
    public Box place(NodeId node) {
        NodeCard card = cards.get(node);
        return new Box(card.getLayoutX(), card.getLayoutY(), card.getWidth(), card.getHeight());
    }

    private void rebuild(List<NodeId> nodes) {
        cards.clear();
        for (NodeId node : nodes) {
            List<NodeId> peers =
                    nodes.stream().filter(other -> !other.equals(node)).sorted().toList();
            cards.put(node, new NodeCard(node, peers, actions, locked, animator, requests));
        }
        getChildren().setAll(cards.values());
    }

    /** Dims the cards of all nodes but these; empty: none is dimmed. */
    public void light(Optional<Set<NodeId>> lit) {
        cards.forEach((node, card) -> Controls.state(
                card, "dimmed", lit.filter(nodes -> !nodes.contains(node)).isPresent()));
    }

    /**
     * Places the cards on their circle within {@code space}, as full as they can be; where each came to stand.
     *
     * @param open whether the circle is open at its left, where the gateways are
     */
    public Map<NodeId, Box> place(Box space, boolean open, double unit) {
        int letters =
                cards.values().stream().mapToInt(NodeCard::headLetters).max().orElse(0);
        Content content = new Content(List.copyOf(cards.keySet()), letters, unit);
        if (!content.equals(measured)) {
            measured = content;
            sizes.clear();
        }
        List<Box> places = List.of();
        for (Density density : Density.of(cards.size())) {
            places = places(density, space, open, unit);
            if (!places.isEmpty()) {
                break;
            }
        }
        if (places.isEmpty()) {
            Dimension2D size = measure(Density.MARK, unit);
            places = Ring.places(cards.size(), space, size.getWidth(), size.getHeight(), Ring.Shape.SQUARE, false);
        }
        Map<NodeId, Box> boxes = new TreeMap<>();
        List<NodeId> order = new ArrayList<>(cards.keySet());
        for (int i = 0; i < order.size(); i++) {
            Box place = places.get(i);
            cards.get(order.get(i)).resizeRelocate(place.x(), place.y(), place.width(), place.height());
            boxes.put(order.get(i), place);
        }
        return boxes;
    }

    /** The places of cards of this form, which they then have; none if there is no room for them. */
    private List<Box> places(Density density, Box space, boolean open, double unit) {
        // A form that did not fit is not built again, only to be measured, until something has changed.
        if (sizes.containsKey(density) && fitting(density, space, open, unit).isEmpty()) {
            return List.of();
        }
        sizes.put(density, measure(density, unit));
        return fitting(density, space, open, unit);
    }

    private List<Box> fitting(Density density, Box space, boolean open, double unit) {
        Dimension2D size = sizes.get(density);
        for (Ring.Shape shape : Ring.Shape.values()) {
            List<Box> places = Ring.places(cards.size(), space, size.getWidth(), size.getHeight(), shape, open);
            if (density.fits(places, space, unit)) {
                return places;
            }
        }
        return List.of();
    }

    private Dimension2D measure(Density density, double unit) {
        cards.values().forEach(card -> card.form(density, unit));
        double width = 0;
        double height = 0;
        for (NodeCard card : cards.values()) {
            width = Math.max(width, Math.ceil(card.prefWidth(-1)));
            height = Math.max(height, Math.ceil(card.prefHeight(-1)));
        }
        return new Dimension2D(width, height);
    }

    /** The reasons for which a card of the same form can have another size. */
    private record Content(List<NodeId> names, int letters, double unit) {}
}

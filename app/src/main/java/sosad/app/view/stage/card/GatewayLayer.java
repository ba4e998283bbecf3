package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import sosad.app.diagram.Box;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Detour;
import sosad.app.diagram.Point;
import sosad.app.history.GatewayState;
import sosad.app.history.Snapshot;
import sosad.app.supervisor.Health;
import sosad.app.view.Layer;
import sosad.app.view.StageActions;
import sosad.app.view.stage.link.RequestKey;
import sosad.app.view.stage.link.RequestLine;
import sosad.model.NodeId;

/** The gateways in a column beside the nodes, and the requests of the step that went through them. */
public final class GatewayLayer extends Layer {
    private static final double GAP = 12;
    private static final double MIN_GAP = 4;

    /** The share of the width that the cards may take before they fold. */
    private static final double MAX_SHARE = 0.28;

    /** By how much more a request is bowed at a time to pass a card. */
    private static final double DETOUR = 26;

    /** The room for the client in front of a gateway. */
    private static final double CLIENT = 44;

    /** The places of a request's key along its way, best first: nearer to the node, where the ways part. */
    private static final List<Double> KEY_AT = List.of(0.62, 0.7, 0.54, 0.78, 0.46, 0.86, 0.38, 0.3, 0.22, 0.14);

    private final ObjectProperty<StageActions> actions;
    private final BooleanExpression locked;
    private final Map<NodeId, GatewayCard> cards = new TreeMap<>();
    private final Map<NodeId, Box> places = new TreeMap<>();
    private final List<Box> keys = new ArrayList<>();
    private List<GatewayState> states = List.of();

    public GatewayLayer(ObjectProperty<StageActions> actions, BooleanExpression locked) {
        this.actions = actions;
        this.locked = locked;
    }

    public void show(Snapshot snapshot, Map<NodeId, Health> healths) {
        states = snapshot.gateways();
        List<NodeId> names = states.stream().map(GatewayState::id).toList();
        if (!List.copyOf(cards.keySet()).equals(names)) {
            cards.clear();
            names.forEach(name -> cards.put(name, new GatewayCard(name, actions, locked)));
            getChildren().setAll(cards.values());
        }
        states.forEach(state -> cards.get(state.id()).update(state, healths.getOrDefault(state.id(), Health.UP)));
    }

    /** Places the cards at the left of {@code space}; gives what is left for the nodes. */
    public Box place(Box space, double unit) {
        places.clear();
        if (cards.isEmpty()) {
            return space;
        }
        Dimension2D size = measure(false, unit);
        if (size.getWidth() > MAX_SHARE * space.width()
                || (size.getHeight() + MIN_GAP * unit) * cards.size() > space.height()) {
            size = measure(true, unit);
        }
        double width = size.getWidth();
        double height = size.getHeight();
        double each = Math.min(height + GAP * unit, space.height() / cards.size());
        double x = Math.rint(space.x() + CLIENT * unit);
        double y = space.centre().y() - each * cards.size() / 2;
        for (Map.Entry<NodeId, GatewayCard> card : cards.entrySet()) {
            Box place = new Box(x, Math.rint(y + (each - height) / 2), width, height);
            card.getValue().resizeRelocate(place.x(), place.y(), width, height);
            places.put(card.getKey(), place);
            y += each;
        }
        double taken = CLIENT * unit + width + 2 * GAP * unit;
        return new Box(space.x() + taken, space.y(), Math.max(0, space.width() - taken), space.height());
    }

    private Dimension2D measure(boolean folded, double unit) {
        double width = 0;
        double height = 0;
        for (GatewayCard card : cards.values()) {
            card.fold(folded);
            card.scale(unit);
            card.applyCss();
            width = Math.max(width, Math.ceil(card.prefWidth(-1)));
            height = Math.max(height, Math.ceil(card.prefHeight(-1)));
        }
        return new Dimension2D(width, height);
    }

    /** Returns whether there are any. */
    public boolean hasCards() {
        return !cards.isEmpty();
    }

    /** Returns where the cards stand, and the keys of the requests. */
    public List<Box> boxes() {
        List<Box> boxes = new ArrayList<>(places.values());
        boxes.addAll(keys);
        return boxes;
    }

    /**
     * Draws the requests that went from the gateways to these nodes, each on a way that passes behind no third card.
     */
    public void draw(Map<NodeId, Box> nodes, Box space, double unit) {
        List<Node> drawn = new ArrayList<>();
        keys.clear();
        for (GatewayState state : states) {
            Box from = places.get(state.id());
            Map<NodeId, List<String>> texts = new LinkedHashMap<>();
            for (GatewayState.ForwardedRequest passed : state.passed()) {
                texts.computeIfAbsent(passed.node(), any -> new ArrayList<>())
                        .add((passed.writes() ? "" : "get ") + passed.key());
            }
            if (!texts.isEmpty()) {
                Point edge = new Point(from.x(), from.centre().y());
                Point client = new Point(edge.x() - CLIENT * unit + 14 * unit, edge.y());
                drawn.add(RequestLine.straight(client.plus(9 * unit, 0), edge, unit));
                drawn.add(RequestLine.client(client, unit));
            }
            texts.forEach((node, keysOfNode) -> {
                List<Box> others = new ArrayList<>(places.values());
                others.addAll(nodes.values());
                others.removeAll(List.of(from, nodes.get(node)));
                Curve way = Detour.between(from, nodes.get(node), others, space, 0, DETOUR * unit);
                if (Detour.isClear(way, others)) {
                    drawn.add(new RequestLine(way, unit));
                    keys(keysOfNode, way, nodes.values(), space, unit).ifPresent(drawn::add);
                }
            });
        }
        drawn.addAll(cards.values());
        if (!getChildren().equals(drawn)) {
            getChildren().setAll(drawn);
        }
    }

    /** The keys of requests in {@code space}, where neither a card nor another key covers them; empty if nowhere. */
    private Optional<Node> keys(List<String> texts, Curve way, Collection<Box> nodes, Box space, double unit) {
        List<Box> covered = new ArrayList<>(nodes);
        covered.addAll(boxes());
        RequestKey key = new RequestKey(texts, unit);
        return KEY_AT.stream()
                .map(way::at)
                .filter(point -> key.around(point).outside(space) <= 0)
                .filter(point -> covered.stream().allMatch(card -> card.overlap(key.around(point)) == 0))
                .findFirst()
                .map(point -> {
                    key.place(point);
                    keys.add(key.around(point));
                    return key;
                });
    }
}

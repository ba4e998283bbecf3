package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import sosad.app.diagram.Box;
import sosad.app.diagram.Curve;
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

    /** The room for the client in front of a gateway. */
    private static final double CLIENT = 44;

    /** The places of a request's key along its way, best first: nearer to the node, where the ways part. */
    private static final List<Double> KEY_AT = List.of(0.62, 0.7, 0.54, 0.78, 0.46, 0.86, 0.38, 0.3, 0.22, 0.14);

    private final ObjectProperty<StageActions> actions;
    private final BooleanExpression locked;
    private final Map<NodeId, GatewayCard> cards = new TreeMap<>();
    private final Map<NodeId, Box> places = new TreeMap<>();
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
        double width = 0;
        double height = 0;
        for (GatewayCard card : cards.values()) {
            card.scale(unit);
            card.applyCss();
            width = Math.max(width, Math.ceil(card.prefWidth(-1)));
            height = Math.max(height, Math.ceil(card.prefHeight(-1)));
        }
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

    /** Returns where the cards stand. */
    public List<Box> boxes() {
        return List.copyOf(places.values());
    }

    /** Draws the requests that went from the gateways to these nodes. */
    public void draw(Map<NodeId, Box> nodes, double unit) {
        List<Node> drawn = new ArrayList<>();
        for (GatewayState state : states) {
            Box from = places.get(state.id());
            Map<NodeId, List<String>> keys = new LinkedHashMap<>();
            for (GatewayState.ForwardedRequest passed : state.passed()) {
                keys.computeIfAbsent(passed.node(), any -> new ArrayList<>())
                        .add((passed.writes() ? "" : "get ") + passed.key());
            }
            if (!keys.isEmpty()) {
                Point edge = new Point(from.x(), from.centre().y());
                Point client = new Point(edge.x() - CLIENT * unit + 14 * unit, edge.y());
                drawn.add(new RequestLine(client.plus(9 * unit, 0), edge, unit));
                drawn.add(RequestLine.client(client, unit));
            }
            keys.forEach((node, texts) -> {
                Curve way = Curve.between(from, nodes.get(node), 0);
                drawn.add(new RequestLine(way.start(), way.end(), unit));
                drawn.add(keys(texts, way, nodes.values(), unit));
            });
        }
        drawn.addAll(cards.values());
        if (!getChildren().equals(drawn)) {
            getChildren().setAll(drawn);
        }
    }

    /** The keys of requests, where the fewest cards cover them. */
    private Node keys(List<String> texts, Curve way, Collection<Box> nodes, double unit) {
        List<Box> covered = new ArrayList<>(nodes);
        covered.addAll(places.values());
        RequestKey key = new RequestKey(texts, unit);
        Point best = KEY_AT.stream()
                .map(way::at)
                .min(Comparator.comparingDouble(point -> covered.stream()
                        .mapToDouble(card -> card.overlap(key.around(point)))
                        .sum()))
                .orElseThrow();
        key.place(best);
        return key;
    }
}

package sosad.app.view.stage.card;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import sosad.app.diagram.Box;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Point;
import sosad.app.history.GatewayState;
import sosad.app.history.Snapshot;
import sosad.app.view.Controls;
import sosad.app.view.Layer;
import sosad.app.view.stage.link.RequestLine;
import sosad.model.NodeId;

/**
 * The gateways in projector mode, in a column beside the nodes, and the requests of the step that went through them.
 */
public final class ProjectorGatewayLayer extends Layer {
    private static final double UNIT = 1.6;
    private static final double CLIENT = 36;
    private static final double WIDTH = 136;
    private static final double HEIGHT = 64;
    private static final double LINE = 24;
    private static final int MAX_LINES = 3;
    private static final int MAX_KEY_CHARACTERS = 8;
    private static final double GAP = 16;
    private static final int NODES_WITH_FREE_CORNER = 3;

    /**
     * A gateway with the requests of the step, which stand below it.
     *
     * @param card its name and its state
     * @param requests a line for each request
     */
    private record Gateway(VBox card, Label status, Label requests) {
        Gateway(NodeId name) {
            this(new VBox(), Controls.fixedLabel("", "status"), Controls.fixedLabel("", "stage-request-key"));
            card.getChildren().addAll(Controls.fixedLabel(name.name(), "name"), status);
            card.getStyleClass().addAll("stage-gateway", "projector-gateway");
            requests.getStyleClass().add("projector-requests");
        }
    }

    private final Map<NodeId, Gateway> gateways = new TreeMap<>();
    private final Map<NodeId, Box> places = new TreeMap<>();
    private final Group lines = new Group();
    private List<GatewayState> states = List.of();
    private double scale = 1;

    /** Shows the gateways of a moment. */
    public void show(Snapshot snapshot) {
        states = snapshot.gateways();
        List<NodeId> names = states.stream().map(GatewayState::id).sorted().toList();
        if (!List.copyOf(gateways.keySet()).equals(names)) {
            gateways.clear();
            getChildren().setAll(lines);
            for (NodeId name : names) {
                Gateway gateway = new Gateway(name);
                gateways.put(name, gateway);
                getChildren().addAll(gateway.card(), gateway.requests());
            }
        }
        for (GatewayState state : states) {
            Gateway gateway = gateways.get(state.id());
            gateway.status().setText(state.hasProcess() ? "up" : "dead");
            Controls.state(gateway.card(), "dead", !state.hasProcess());
            String requests = requests(state);
            gateway.requests().setText(requests);
            gateway.requests().setVisible(!requests.isEmpty());
            gateway.card()
                    .setAccessibleText("Gateway %s, %s %s"
                            .formatted(state.id(), gateway.status().getText(), requests));
        }
    }

    /** The last requests, such as {@code get waffle→B}. */
    private static String requests(GatewayState state) {
        List<GatewayState.ForwardedRequest> passed = state.passed();
        int first = passed.size() <= MAX_LINES ? 0 : passed.size() - MAX_LINES + 1;
        String text = first == 0 ? "" : format("%d before\n", first);
        return text
                + passed.subList(first, passed.size()).stream()
                        .map(one -> (one.writes() ? "" : "get ")
                                + shortened(one.key().toString()) + "→" + one.node())
                        .collect(Collectors.joining("\n"));
    }

    private static String shortened(String key) {
        return key.length() <= MAX_KEY_CHARACTERS ? key : key.substring(0, MAX_KEY_CHARACTERS - 1) + "…";
    }

    /**
     * Places the gateways: one alone in the corner that up to three nodes leave free, otherwise a column at the left.
     *
     * @param newScale how much larger than in a window of 1280 by 720 pixels everything is
     * @return what is left for the nodes
     */
    public Box place(Box space, int nodes, double newScale) {
        scale = newScale;
        places.clear();
        if (states.isEmpty()) {
            return space;
        }
        boolean inCorner = states.size() == 1 && nodes <= NODES_WITH_FREE_CORNER;
        double each = Math.min((HEIGHT + MAX_LINES * LINE + GAP) * scale, space.height() / states.size());
        double y = inCorner ? space.y() : space.centre().y() - each * states.size() / 2;
        for (GatewayState state : states) {
            Gateway gateway = gateways.get(state.id());
            Box place = new Box(space.x() + CLIENT * scale, Math.rint(y), WIDTH * scale, HEIGHT * scale);
            gateway.card().resizeRelocate(place.x(), place.y(), place.width(), place.height());
            gateway.requests().applyCss();
            gateway.requests().autosize();
            gateway.requests().relocate(place.right() - gateway.requests().getWidth(), place.bottom() + 4);
            places.put(state.id(), place);
            y += each;
        }
        double left = (CLIENT + WIDTH + GAP) * scale;
        return inCorner ? space : new Box(space.x() + left, space.y(), space.width() - left, space.height());
    }

    /** Draws the requests to these nodes; gives what the gateways cover. */
    public List<Box> draw(Map<NodeId, Box> nodes) {
        lines.getChildren().clear();
        List<Box> taken = new ArrayList<>();
        for (GatewayState state : states) {
            Box own = places.get(state.id());
            taken.add(new Box(own.x(), own.y(), own.width(), own.height() + MAX_LINES * LINE * scale));
            if (!state.passed().isEmpty()) {
                Point edge = new Point(own.x(), own.centre().y());
                lines.getChildren().add(new RequestLine(straight(edge.plus(-14 * scale, 0), edge), UNIT * scale));
                lines.getChildren().add(RequestLine.client(edge.plus((-CLIENT + 13) * scale, 0), UNIT * scale));
            }
            state.passed().stream()
                    .map(GatewayState.ForwardedRequest::node)
                    .distinct()
                    .forEach(node -> {
                        Curve way = Curve.between(own, nodes.get(node), 0);
                        lines.getChildren().add(new RequestLine(way, UNIT * scale));
                    });
        }
        return taken;
    }

    private static Curve straight(Point from, Point to) {
        return new Curve(from, from.towards(to, 0.5), to);
    }
}

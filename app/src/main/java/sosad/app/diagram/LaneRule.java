package sosad.app.diagram;

import java.util.List;
import sosad.model.NodeId;

/** The heights of the lanes, and of what lies between them. */
final class LaneRule {
    static final double LABEL_HEIGHT = 16;
    private static final double LABEL_DISTANCE = 6;
    private static final double TOP = LABEL_HEIGHT + LABEL_DISTANCE + 1;
    private static final double AIR = 9;
    private static final double UNDER_LAST = LABEL_HEIGHT + LABEL_DISTANCE;
    private static final double AXIS = 16;
    private static final double MIN_GAP = 22;
    private static final double MAX_GAP = 76;

    private final List<NodeId> nodes;
    private final double top;
    private final double gap;

    /** Spreads the lanes over {@code height} as far as that is sensible. */
    LaneRule(List<NodeId> nodes, double height) {
        this.nodes = nodes;
        int gaps = Math.max(1, nodes.size() - 1);
        double slack = height - TOP - UNDER_LAST - AXIS - MIN_GAP * gaps;
        double air = Math.max(0, Math.min(AIR, slack / (gaps + 1)));
        this.top = TOP + air;
        this.gap = Math.max(MIN_GAP, Math.min(MAX_GAP, MIN_GAP + (slack - air) / gaps));
    }

    /** Returns whether it is a node; gateways have no lane. */
    boolean has(NodeId name) {
        return nodes.contains(name);
    }

    double lane(NodeId node) {
        return top + gap * Math.max(0, nodes.indexOf(node));
    }

    double axis() {
        return top + gap * (nodes.size() - 1) + UNDER_LAST + AXIS / 2;
    }

    double height() {
        return axis() + AXIS / 2;
    }

    /** Returns where a message that does not arrive ends: shortly before its destination's lane. */
    double before(NodeId from, NodeId to) {
        return lane(to) - Math.signum(lane(to) - lane(from)) * gap * 0.32;
    }

    /** Returns where a message is parked: shortly after its sender's lane. */
    double after(NodeId from, NodeId to) {
        return lane(from) + Math.signum(lane(to) - lane(from)) * gap * 0.36;
    }

    /** The height of the label of an event on a lane: above it, below the last. */
    double label(NodeId node) {
        boolean below = nodes.size() > 1 && nodes.indexOf(node) == nodes.size() - 1;
        return below ? lane(node) + LABEL_DISTANCE : lane(node) - LABEL_DISTANCE - LABEL_HEIGHT;
    }
}

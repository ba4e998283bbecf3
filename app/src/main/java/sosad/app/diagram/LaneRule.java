package sosad.app.diagram;

import java.util.List;
import sosad.model.NodeId;

/** The heights of the lanes, and of what lies between them. */
final class LaneRule {
    static final double LABEL_HEIGHT = 14;
    private static final double TOP = 36;
    private static final double UNDER_LAST = 24;
    private static final double AXIS = 18;
    private static final double NARROWEST = 42;
    private static final double WIDEST = 76;

    private final List<NodeId> nodes;
    private final double gap;

    /** Spreads the lanes over {@code height} as far as that is sensible. */
    LaneRule(List<NodeId> nodes, double height) {
        this.nodes = nodes;
        double room = height - TOP - UNDER_LAST - AXIS;
        this.gap = Math.max(NARROWEST, Math.min(WIDEST, room / Math.max(1, nodes.size() - 1)));
    }

    double lane(NodeId node) {
        return TOP + gap * Math.max(0, nodes.indexOf(node));
    }

    double axis() {
        return TOP + gap * (nodes.size() - 1) + UNDER_LAST + AXIS / 2;
    }

    double height() {
        return axis() + AXIS / 2;
    }

    /** Where a message that does not arrive ends: shortly before its destination's lane. */
    double before(NodeId from, NodeId to) {
        return lane(to) - Math.signum(lane(to) - lane(from)) * gap * 0.32;
    }

    /** Where a message is parked: shortly after its sender's lane. */
    double after(NodeId from, NodeId to) {
        return lane(from) + Math.signum(lane(to) - lane(from)) * gap * 0.36;
    }

    /** The height of the label of an event on a lane: above it, below the last. */
    double label(NodeId node) {
        boolean below = nodes.size() > 1 && nodes.indexOf(node) == nodes.size() - 1;
        return below ? lane(node) + 8 : lane(node) - 8 - LABEL_HEIGHT;
    }
}

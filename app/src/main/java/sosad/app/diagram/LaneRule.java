package sosad.app.diagram;

import java.util.List;
import sosad.model.NodeId;

/** The places of the lanes, and of what lies between them, across the direction of time. */
final class LaneRule {
    static final double LABEL_HEIGHT = 16;
    private static final double LABEL_DISTANCE = 6;
    private static final double TOP = LABEL_HEIGHT + LABEL_DISTANCE + 1;
    private static final double AIR = 9;
    private static final double UNDER_LAST = LABEL_HEIGHT + LABEL_DISTANCE;
    private static final double AXIS = 16;
    private static final double MIN_GAP = 22;
    private static final double MAX_GAP = 76;

    /** Where time goes down, texts stand beside what they belong to, and want room there. */
    private static final double AXIS_COLUMN = 118;

    private static final double BESIDE_MARK = 11;
    private static final double BESIDE_LANE = 10;
    private static final double BESIDE_LAST = 132;
    private static final double MIN_GAP_DOWN = 96;
    private static final double MAX_GAP_DOWN = 300;

    private final List<NodeId> nodes;
    private final TimeDirection direction;
    private final double first;
    private final double gap;

    /** Spreads the lanes over {@code extent}, the room across them, as far as that is sensible. */
    LaneRule(List<NodeId> nodes, double extent, TimeDirection direction) {
        this.nodes = nodes;
        this.direction = direction;
        int gaps = Math.max(1, nodes.size() - 1);
        if (direction == TimeDirection.RIGHT) {
            double slack = extent - TOP - UNDER_LAST - AXIS - MIN_GAP * gaps;
            double air = Math.max(0, Math.min(AIR, slack / (gaps + 1)));
            this.first = TOP + air;
            this.gap = clamp(MIN_GAP + (slack - air) / gaps, MIN_GAP, MAX_GAP);
        } else {
            this.first = AXIS_COLUMN;
            this.gap = clamp((extent - AXIS_COLUMN - BESIDE_LAST) / gaps, MIN_GAP_DOWN, MAX_GAP_DOWN);
        }
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    TimeDirection direction() {
        return direction;
    }

    /** Returns whether it is a node; gateways have no lane. */
    boolean has(NodeId name) {
        return nodes.contains(name);
    }

    double lane(NodeId node) {
        return first + gap * Math.max(0, nodes.indexOf(node));
    }

    double axis() {
        return direction == TimeDirection.RIGHT ? last() + UNDER_LAST + AXIS / 2 : AXIS;
    }

    private double last() {
        return first + gap * (nodes.size() - 1);
    }

    /** Returns how far it all reaches, but for texts that are longer than usual. */
    double extent() {
        return direction == TimeDirection.RIGHT ? axis() + AXIS / 2 : last() + BESIDE_LAST;
    }

    /** Returns where a message that does not arrive ends: shortly before its destination's lane. */
    double before(NodeId from, NodeId to) {
        return lane(to) - Math.signum(lane(to) - lane(from)) * gap * 0.32;
    }

    /** Returns where a message is parked: shortly after its sender's lane. */
    double after(NodeId from, NodeId to) {
        return lane(from) + Math.signum(lane(to) - lane(from)) * gap * 0.36;
    }

    /** Returns the box of a label of an event on a lane, as if it happened at 0: above the lane, below the last. */
    Box label(NodeId node, double width) {
        if (direction == TimeDirection.DOWN) {
            return direction.text(0, lane(node) + BESIDE_LANE, width, LABEL_HEIGHT);
        }
        boolean below = nodes.size() > 1 && nodes.indexOf(node) == nodes.size() - 1;
        double y = below ? lane(node) + LABEL_DISTANCE : lane(node) - LABEL_DISTANCE - LABEL_HEIGHT;
        return new Box(-width / 2, y, width, LABEL_HEIGHT);
    }

    /** Returns the box of a text that stands {@code distance} beside a mark. */
    Box beside(double x, double y, double distance, double width) {
        return direction == TimeDirection.RIGHT
                ? direction.text(x + distance, y, width, LABEL_HEIGHT)
                : direction.text(x, y + distance, width, LABEL_HEIGHT);
    }

    /** Returns the box of a text at the end of a message that does not arrive, where its line does not pass. */
    Box besideEnd(double x, double y, NodeId from, NodeId to, double width) {
        boolean isFromRight = direction == TimeDirection.DOWN && lane(from) > lane(to);
        return beside(isFromRight ? x + LABEL_HEIGHT - 3 : x, y, BESIDE_MARK, width);
    }

    /** Returns the box of a step's name, as if the step began at 0. */
    Box name(double width) {
        return direction == TimeDirection.RIGHT
                ? direction.text(10, axis(), width, LABEL_HEIGHT)
                : direction.text(16, axis() + 8, width, LABEL_HEIGHT);
    }
}

package sosad.app.diagram.plot;

import java.util.ArrayList;
import java.util.List;
import sosad.model.NodeId;

/**
 * The places of times, servers and latencies: a lane for each server, one below the other.
 *
 * @param width of the lanes, in pixels
 * @param height of all lanes together
 * @param window the time from the left edge to the right
 * @param scale the latencies from the foot of a lane to its top
 * @param lanes the servers, from top to bottom
 * @param laneOfServer the lane of each server of a log, by its number there; -1: it has none
 * @param unit how many pixels make one of the usual size
 */
@SuppressWarnings("ArrayRecordComponent") // it is made for each frame and read a million times
public record PlotGeometry(
        int width,
        int height,
        TimeWindow window,
        LatencyScale scale,
        List<Lane> lanes,
        int[] laneOfServer,
        double unit) {
    private static final double GAP = 8;
    private static final double INSET = 4;

    /**
     * The lane of a server.
     *
     * @param top its upper edge
     * @param height how high it is
     */
    public record Lane(NodeId server, double top, double height) {}

    /**
     * Returns lanes of one height.
     *
     * @param servers from top to bottom
     * @param numbered the servers of a log, by their numbers there
     */
    public static PlotGeometry of(
            int width,
            int height,
            TimeWindow window,
            LatencyScale scale,
            List<NodeId> servers,
            List<NodeId> numbered,
            double unit) {
        int count = Math.max(1, servers.size());
        double step = (double) height / count;
        double gap = Math.min(GAP * unit, step / 6);
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < servers.size(); i++) {
            lanes.add(new Lane(servers.get(i), Math.rint(i * step), Math.rint(step - gap)));
        }
        int[] laneOfServer = numbered.stream().mapToInt(servers::indexOf).toArray();
        return new PlotGeometry(width, height, window, scale, List.copyOf(lanes), laneOfServer, unit);
    }

    /** Returns the lane of a server by its number in the log; -1: it has none. */
    int lane(int server) {
        return server < laneOfServer.length ? laneOfServer[server] : -1;
    }

    /** Returns where a moment is. */
    public double x(long nanos) {
        return (double) (nanos - window.fromNanos()) / window.nanos() * width;
    }

    /** Returns the moment at a place. */
    public long nanosAt(double x) {
        return window.at(x / width);
    }

    /** Returns the height of a share of the scale in a lane. */
    public double y(int lane, double share) {
        Lane its = lanes.get(lane);
        double inset = Math.min(INSET * unit, its.height() / 4);
        return its.top() + its.height() - inset - share * (its.height() - 2 * inset);
    }

    /** Returns the lane at a height, or the next one; -1: there is none. */
    public int laneAt(double y) {
        return lanes.isEmpty() ? -1 : Math.max(0, Math.min(lanes.size() - 1, (int) (y / height * lanes.size())));
    }

    /** Returns where a dot is. */
    double x(OperationDots dots, int dot) {
        return x(dots.sentNanos(dot));
    }

    /** Returns the place of a dot, whose server has a lane. */
    public double[] place(OperationDots dots, int dot) {
        return new double[] {x(dots, dot), y(lane(dots.server(dot)), scale.share(dots.levels[dot]))};
    }

    /** Returns the first dot that can be seen, or the number of dots. */
    int firstSeen(OperationDots dots, double reach) {
        return dots.firstFrom(nanosAt(-reach));
    }

    /** Returns the dot after the last that can be seen. */
    int endSeen(OperationDots dots, double reach) {
        return dots.firstFrom(nanosAt(width + reach) + 1);
    }
}

package sosad.node.gateway;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import sosad.model.Key;
import sosad.node.client.ClientSession;

/**
 * Keeps the order of what one client asks of one key without awaiting replies. Reads and writes go to a backend by
 * different connections, so a read waits here until the client's writes before it are answered, and a write until the
 * reads are. Nobody waits for what another client asks.
 */
final class KeyOrder {
    private record Place(ClientSession session, Key key) {}

    /** The requests that run, all reads or all writes, and those that wait behind them. */
    private static final class Line {
        private boolean isWriting;
        private int running;
        private final Queue<Turn> waiting = new ArrayDeque<>();
    }

    private final Map<Place, Line> lines = new HashMap<>();

    /** The turn of one request, which begins and ends once. */
    final class Turn {
        private final Place place;
        private final boolean isWrite;
        private Runnable request;
        private boolean runs;

        private Turn(Place place, boolean isWrite) {
            this.place = place;
            this.isWrite = isWrite;
        }

        /** Runs {@code request} when nothing before it is in its way, perhaps at once; never if it ends before. */
        void begin(Runnable newRequest) {
            request = newRequest;
            Line line = lines.computeIfAbsent(place, key -> new Line());
            if (line.running == 0) {
                line.isWriting = isWrite;
            }
            line.waiting.add(this);
            advance(line);
        }

        /** The request is answered. */
        void end() {
            Line line = lines.get(place);
            if (runs) {
                line.running--;
            } else {
                line.waiting.remove(this);
            }
            if (line.running == 0 && !line.waiting.isEmpty()) {
                line.isWriting = line.waiting.peek().isWrite;
            }
            advance(line);
            if (line.running == 0 && line.waiting.isEmpty()) {
                lines.remove(place, line);
            }
        }
    }

    private static void advance(Line line) {
        while (!line.waiting.isEmpty() && line.waiting.peek().isWrite == line.isWriting) {
            Turn next = line.waiting.remove();
            next.runs = true;
            line.running++;
            next.request.run();
        }
    }

    Turn turn(ClientSession session, Key key, boolean isWrite) {
        return new Turn(new Place(session, key), isWrite);
    }
}

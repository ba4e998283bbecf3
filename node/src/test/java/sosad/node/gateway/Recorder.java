package sosad.node.gateway;

import java.util.ArrayList;
import java.util.List;
import sosad.message.Report.BackendState;
import sosad.message.Report.RequestFate;
import sosad.model.NodeId;

/** Writes down what a gateway does, and waits for it. */
final class Recorder implements GatewayWatcher {
    private static final long DEADLINE_MILLIS = 20_000;

    private final List<String> events = new ArrayList<>();

    @Override
    public void changed(NodeId backend, BackendState state) {
        record(backend + " " + state);
    }

    @Override
    public void given(ClientRequest asked, NodeId backend) {
        record(asked + " to " + backend);
    }

    @Override
    public void ended(ClientRequest asked, NodeId backend, String as, RequestFate fate) {
        record(asked + " at " + backend + " " + fate);
    }

    private synchronized void record(String event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<String> events() {
        return List.copyOf(events);
    }

    synchronized void forget() {
        events.clear();
    }

    /** Waits until {@code event} has happened, since {@link #forget} was called. */
    void await(String event) throws InterruptedException {
        awaitAny(event);
    }

    /** Waits until one of {@code wanted} has happened; gives it. */
    synchronized String awaitAny(String... wanted) throws InterruptedException {
        long end = System.currentTimeMillis() + DEADLINE_MILLIS;
        while (true) {
            for (String event : wanted) {
                if (events.contains(event)) {
                    return event;
                }
            }
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("none of " + List.of(wanted) + " in " + events);
            }
            wait(left);
        }
    }
}

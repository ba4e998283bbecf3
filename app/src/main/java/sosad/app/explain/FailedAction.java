package sosad.app.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.history.HistoryEvent;
import sosad.app.history.RunEvent;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * An action that failed because its node was paused or dead.
 *
 * @param event the event of its failure
 * @param stop the event by which the node was stopped
 */
record FailedAction(Action action, HistoryEvent event, HistoryEvent stop) {
    FailedAction {
        Objects.requireNonNull(action);
        Objects.requireNonNull(event);
        Objects.requireNonNull(stop);
    }

    /** Returns whether an action is one of a node. */
    static boolean isAt(NodeId node, Action action) {
        return written(action)
                .map(Write::access)
                .filter(access -> !access.viaGateway())
                .map(Access::name)
                .or(() -> sender(action))
                .equals(Optional.of(node));
    }

    private static Optional<NodeId> sender(Action action) {
        if (action instanceof Action.Push push) {
            return Optional.of(push.from());
        }
        return action instanceof Action.Sync sync ? Optional.of(sync.from()) : Optional.empty();
    }

    /** A client's write of a key. */
    private record Write(Access access, Key key) {}

    private static Optional<Write> written(Action action) {
        if (action instanceof Action.Put put) {
            return Optional.of(new Write(put.access(), put.key()));
        }
        return action instanceof Action.Delete delete
                ? Optional.of(new Write(delete.access(), delete.key()))
                : Optional.empty();
    }

    boolean isWriteOf(Key key) {
        return written(action).filter(write -> write.key().equals(key)).isPresent();
    }

    /** Returns whether it would have sent something to a node. */
    boolean isSendingTo(NodeId node) {
        Optional<List<NodeId>> to = action instanceof Action.Push push
                ? push.to()
                : action instanceof Action.Sync sync ? sync.to() : Optional.of(List.of());
        return to.map(all -> all.contains(node)).orElse(true);
    }

    /** Returns that it failed, in a sentence. */
    String sentence(NodeId node, NodeId asked, Key key) {
        String what = written(action)
                .map(write -> "A client's write of %s at %s".formatted(key, node))
                .orElseGet(
                        () -> "%s's %s to %s".formatted(node, action instanceof Action.Push ? "push" : "sync", asked));
        String why = stop.what() instanceof RunEvent.Paused ? "paused" : "dead";
        return "%s failed: %s was %s.".formatted(what, node, why);
    }
}

package sosad.app.view.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sosad.app.view.MessageActions;
import sosad.app.view.NodeActions;
import sosad.model.Key;
import sosad.model.NodeId;

/** Notes what the user wanted and does nothing. */
final class NotedActions implements MessageActions, NodeActions {
    final List<String> wanted = new ArrayList<>();

    @Override
    public void deliver(long id) {
        wanted.add("deliver " + id);
    }

    @Override
    public void drop(long id) {
        wanted.add("drop " + id);
    }

    @Override
    public void duplicate(long id) {
        wanted.add("duplicate " + id);
    }

    @Override
    public void hold(long id) {
        wanted.add("hold " + id);
    }

    @Override
    public void delay(long id, int steps) {
        wanted.add("delay " + id + " " + steps);
    }

    @Override
    public void corrupt(long id) {
        wanted.add("corrupt " + id);
    }

    @Override
    public void reorder(long id, int place) {
        wanted.add("reorder " + id + " to " + place);
    }

    @Override
    public void trim(long id, Set<Key> keys) {
        wanted.add("trim " + id + " " + keys);
    }

    @Override
    public void kill(NodeId node) {
        wanted.add("kill " + node);
    }

    @Override
    public void start(NodeId node) {
        wanted.add("start " + node);
    }

    @Override
    public void pause(NodeId node) {
        wanted.add("pause " + node);
    }

    @Override
    public void resume(NodeId node) {
        wanted.add("resume " + node);
    }

    @Override
    public void copyCommand(NodeId node) {
        wanted.add("copy " + node);
    }
}

package sosad.app.viewmodel.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sosad.app.explain.Question;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/** The entries that nodes with a process lack, or hold in an older version than another one, as questions. */
public final class Lacks {
    private Lacks() {}

    /** Returns them node by node, each node's in the order of the document's tables. */
    public static List<Question.OfEntry> of(Snapshot at) {
        List<Entry> newest = StoreChip.newest(at);
        List<Question.OfEntry> lacks = new ArrayList<>();
        at.nodes().stream().filter(NodeState::hasProcess).forEach(node -> {
            Map<Key, Entry> held = new HashMap<>();
            node.entries().forEach(entry -> held.put(entry.key(), entry));
            newest.stream()
                    .filter(entry -> !held.containsKey(entry.key())
                            || !held.get(entry.key()).version().equals(entry.version()))
                    .forEach(entry -> lacks.add(new Question.OfEntry(node.id(), entry.key())));
        });
        return List.copyOf(lacks);
    }

    /** Returns those of one node. */
    public static List<Question.OfEntry> of(Snapshot at, NodeId node) {
        return of(at).stream().filter(lack -> lack.at().equals(node)).toList();
    }
}

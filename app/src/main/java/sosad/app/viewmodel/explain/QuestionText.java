package sosad.app.viewmodel.explain;

import static sosad.model.PlainFormat.format;

import java.util.Optional;
import sosad.app.explain.Question;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.history.text.Isolated;
import sosad.app.history.text.MessageText;
import sosad.app.viewmodel.Abridged;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Row;

/** A question in words, as it stands above its answer. */
public final class QuestionText {
    private static final String OTHER = "Why?";

    private QuestionText() {}

    /** @param at the moment of which it is asked */
    public static String of(Question question, Snapshot at) {
        if (question instanceof Question.OfEntry entry) {
            return node(at, entry.at()).map(node -> entry(entry, node, at)).orElse(OTHER);
        } else if (question instanceof Question.OfRow row) {
            return node(at, row.at()).map(node -> row(row, node)).orElse(OTHER);
        } else if (question instanceof Question.OfMessage message) {
            return at.message(message.message()).map(QuestionText::message).orElse(OTHER);
        }
        Link link = ((Question.OfLink) question).link();
        return format(
                at.cut().contains(link) ? "Why is %s → %s cut?" : "What happened on %s → %s?", link.from(), link.to());
    }

    /** Returns the question of a moment in this history; a message is named also if it stood on its link earlier. */
    static String of(Question question, Snapshot at, History history) {
        Snapshot named = at;
        if (question instanceof Question.OfMessage message) {
            for (int event = at.index();
                    event > 0 && named.message(message.message()).isEmpty();
                    event--) {
                named = history.at(event - 1);
            }
        }
        return of(question, named);
    }

    private static Optional<NodeState> node(Snapshot at, NodeId id) {
        return at.nodes().stream().filter(node -> node.id().equals(id)).findFirst();
    }

    private static String entry(Question.OfEntry question, NodeState node, Snapshot at) {
        Optional<Entry> held = node.entry(question.key());
        if (held.isEmpty()) {
            return format("Why does %s lack %s?", node.id(), question.key());
        }
        boolean isNewest = at.nodes().stream()
                .flatMap(other -> other.entry(question.key()).stream())
                .allMatch(other -> other.version().compareTo(held.get().version()) <= 0);
        String value = held.get()
                .value()
                .map(text -> format("%s = %s", question.key(), Isolated.of(Abridged.of(text))))
                .orElseGet(() -> "the deletion of " + question.key());
        return isNewest
                ? format("Why does %s hold %s?", node.id(), value)
                : format("Why does %s still hold %s?", node.id(), value);
    }

    private static String row(Question.OfRow question, NodeState node) {
        Row row = node.rows().get(question.peer());
        return row == null
                ? format("Why has %s no row of %s?", node.id(), question.peer())
                : format("Why is %s-now %d at %s?", question.peer(), row.now(), node.id());
    }

    private static String message(Message message) {
        String what = format("%s's %s to %s", message.from(), MessageText.kind(message), message.to());
        return switch (message.fate()) {
            case LOST -> format("Why was %s lost?", what);
            case DISCARDED -> format("Why was %s thrown away?", what);
            case HELD -> format("Why is %s held?", what);
            case WAITING -> format("Why does %s wait?", what);
            case IN_FLIGHT, DELIVERED -> format("Why was %s sent?", what);
        };
    }
}

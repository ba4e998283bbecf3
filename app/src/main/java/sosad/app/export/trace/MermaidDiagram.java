package sosad.app.export.trace;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import sosad.app.history.Fate;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.model.NodeId;

/**
 * A run as a sequence diagram of Mermaid. A message stands where it arrives, or where it is lost, with a cross; one
 * that neither arrives nor is lost stands at the end, dashed.
 */
public final class MermaidDiagram {
    /** What Mermaid takes as it is; other characters are written by their numbers. */
    private static final String PLAIN = " @.,=_-+/()'?!";

    /** Words of the language, in capitals or not: a participant of such a name is called otherwise in the text. */
    private static final Set<String> RESERVED = Set.of(
            "accdescr",
            "acctitle",
            "activate",
            "actor",
            "alt",
            "and",
            "as",
            "autonumber",
            "box",
            "break",
            "create",
            "critical",
            "destroy",
            "details",
            "else",
            "end",
            "left",
            "link",
            "links",
            "loop",
            "note",
            "off",
            "opt",
            "option",
            "over",
            "par",
            "rect",
            "right",
            "title");

    private final StringBuilder text = new StringBuilder("sequenceDiagram\n");
    private final List<NodeId> nodes;

    private MermaidDiagram(List<NodeId> nodes) {
        this.nodes = nodes;
    }

    /** Returns the text of the diagram. */
    public static String text(History history) {
        List<NodeId> nodes = history.at(0).nodes().stream().map(NodeState::id).toList();
        MermaidDiagram diagram = new MermaidDiagram(nodes);
        nodes.forEach(node ->
                diagram.line("participant " + (id(node).equals(node.name()) ? node.name() : id(node) + " as " + node)));
        history.snapshots().forEach(diagram::add);
        history.present().messages().stream()
                .filter(message -> !message.fate().isFinal())
                .forEach(message -> diagram.arrow(message, "--)", ", " + state(message.fate())));
        return diagram.text.toString();
    }

    private static String state(Fate fate) {
        return switch (fate) {
            case HELD -> "held";
            case WAITING -> "waiting";
            default -> "in flight";
        };
    }

    private void add(Snapshot snapshot) {
        RunEvent what = snapshot.what();
        if (what instanceof RunEvent.StepOpened opened) {
            overAll(format(
                    "T = %d%s",
                    opened.time(), opened.title().map(title -> ", " + title).orElse("")));
        } else if (what instanceof RunEvent.Delivered delivered) {
            arrow(delivered.message(), "->>", "");
        } else if (MessageEnd.of(what).isPresent()) {
            MessageEnd end = MessageEnd.of(what).get();
            arrow(end.message(), "-x", ", " + end.words());
        } else if (what instanceof RunEvent.Cut cut) {
            overAll("cut " + cut.links());
        } else if (what instanceof RunEvent.Mended mended) {
            overAll("mended " + mended.links());
        } else {
            List<NodeEvent> events =
                    what instanceof RunEvent.Inquired inquired ? NodeEvent.of(inquired, 0) : NodeEvent.of(what);
            events.stream()
                    .filter(event -> !(what instanceof RunEvent.Sent) && nodes.contains(event.host()))
                    .forEach(event -> line("Note over " + id(event.host()) + ": " + escaped(event.text())));
        }
    }

    private void arrow(Message message, String arrow, String end) {
        String update = message.update()
                .map(one -> format(", now %d, prev %d", one.now(), one.prev()))
                .orElse("");
        line(id(message.from()) + arrow + id(message.to()) + ": " + escaped(NodeEvent.words(message) + update + end));
    }

    private void overAll(String words) {
        String first = id(nodes.get(0));
        String over = nodes.size() == 1 ? first : first + "," + id(nodes.get(nodes.size() - 1));
        line("Note over " + over + ": " + escaped(words));
    }

    private static String id(NodeId node) {
        boolean isReserved = RESERVED.contains(node.name().toLowerCase(Locale.ROOT));
        return isReserved ? node.name() + "_" : node.name();
    }

    private void line(String line) {
        text.append("    ").append(line).append('\n');
    }

    /** A semicolon would end the line, a sharp begin the number of a character. */
    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(code -> {
            if (Character.isLetterOrDigit(code) || PLAIN.indexOf(code) >= 0) {
                escaped.appendCodePoint(code);
            } else {
                escaped.append('#').append(code).append(';');
            }
        });
        return escaped.toString();
    }
}

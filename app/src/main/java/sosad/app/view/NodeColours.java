package sosad.app.view;

import javafx.scene.Node;
import sosad.model.NodeId;

/**
 * The colours of nodes: six, by the letter that names it (or the number in its name), then the same six again with a
 * ring. A colour never stands alone; the name is always beside it.
 */
public final class NodeColours {
    private static final String LETTERS = "abcdef";

    private NodeColours() {}

    /** The style class that gives a badge, a border or a text its node's colour through {@code -sosad-node}. */
    public static String styleClass(NodeId node) {
        return "node-" + letter(node);
    }

    /** Gives {@code shape} its node's colour, and a ring if others have that colour too. */
    public static void mark(Node shape, NodeId node) {
        shape.getStyleClass().add(styleClass(node));
        if (rings(node) > 0) {
            shape.getStyleClass().add("ringed");
        }
    }

    /** The name of the looked-up colour in the stylesheets, such as {@code -sosad-node-a}. */
    public static String lookup(NodeId node) {
        return "-sosad-node-" + letter(node);
    }

    /** Returns how many rings the node has: none for the first six nodes, one for the next six, and so on. */
    public static int rings(NodeId node) {
        return ordinal(node) / LETTERS.length();
    }

    private static char letter(NodeId node) {
        return LETTERS.charAt(ordinal(node) % LETTERS.length());
    }

    private static int ordinal(NodeId node) {
        String name = node.name();
        String digits = name.replaceAll("\\D", "");
        if (!digits.isEmpty()) {
            return (int) ((Long.parseLong(digits) + 25) % 26);
        }
        return Character.toUpperCase(name.charAt(0)) - 'A';
    }
}

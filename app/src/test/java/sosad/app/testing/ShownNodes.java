package sosad.app.testing;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** What can be seen of a scene, for tests of its geometry. */
public final class ShownNodes {
    private ShownNodes() {}

    /** Returns the nodes below {@code root} that can be seen and that are wanted. */
    public static List<Node> below(Parent root, Predicate<Node> wanted) {
        List<Node> found = new ArrayList<>();
        add(root, wanted, found);
        return found;
    }

    /** Returns those with one of these style classes. */
    public static List<Node> withStyle(Parent root, String... styles) {
        List<String> all = List.of(styles);
        return below(root, node -> node.getStyleClass().stream().anyMatch(all::contains));
    }

    private static void add(Node node, Predicate<Node> wanted, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        if (wanted.test(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> add(child, wanted, found));
        }
    }

    public static Bounds onScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** Returns how many pixels the text of a node is high; 0: it shows none. */
    public static double typeSize(Node node) {
        if (node instanceof Text text && !text.getText().isBlank()) {
            return text.getFont().getSize();
        }
        boolean isText = node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        return isText ? ((Labeled) node).getFont().getSize() : 0;
    }

    /** Returns what a failing test calls it. */
    public static String words(Node node) {
        String text = node instanceof Labeled labeled ? labeled.getText() : node instanceof Text t ? t.getText() : "";
        Bounds at = onScene(node);
        return format(
                "%s %s \"%s\" at %.0f,%.0f %.0f×%.0f",
                node.getClass().getSimpleName(),
                node.getStyleClass(),
                text,
                at.getMinX(),
                at.getMinY(),
                at.getWidth(),
                at.getHeight());
    }
}

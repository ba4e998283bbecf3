package sosad.app.viewmodel.branches;

import java.util.List;

/**
 * A line of two tables side by side.
 *
 * @param name a key, or a row of a peer such as {@code B-now}
 * @param left what each node of the one branch has there
 * @param right what each node of the other has
 */
public record ComparedRow(String name, List<ComparedCell> left, List<ComparedCell> right) {
    public ComparedRow {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /**
     * What a node has.
     *
     * @param text such as {@code yoda@2}; empty if it has nothing
     * @param differs whether the same node of the other branch has something else
     */
    public record ComparedCell(String text, boolean differs) {}

    /** Returns whether the branches differ here. */
    public boolean differs() {
        return left.stream().anyMatch(ComparedCell::differs) || right.stream().anyMatch(ComparedCell::differs);
    }
}

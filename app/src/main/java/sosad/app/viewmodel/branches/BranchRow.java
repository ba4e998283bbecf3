package sosad.app.viewmodel.branches;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.lab.Branch;
import sosad.app.lab.RunTree;
import sosad.app.viewmodel.Counted;

/**
 * A branch as a line of the list.
 *
 * @param branch the branch
 * @param depth how many branches lie between it and a start
 * @param parent the title of the branch that it left
 * @param isPresent whether the run stands on it
 * @param event the event at which the run stands, if it does
 */
public record BranchRow(Branch branch, int depth, Optional<String> parent, boolean isPresent, int event) {
    /** Returns the lines of a tree: each branch with those that left it below it, those that left first at the top. */
    public static List<BranchRow> of(RunTree tree) {
        List<BranchRow> rows = new ArrayList<>();
        tree.branches().stream()
                .filter(branch -> branch.parent().isEmpty())
                .forEach(root -> add(tree, root, 0, Optional.empty(), rows));
        return rows;
    }

    private static void add(RunTree tree, Branch branch, int depth, Optional<String> parent, List<BranchRow> rows) {
        boolean isPresent = branch.id().equals(tree.at());
        rows.add(new BranchRow(branch, depth, parent, isPresent, isPresent ? tree.event() : branch.events() - 1));
        tree.children(branch.id()).forEach(child -> add(tree, child, depth + 1, Optional.of(branch.title()), rows));
    }

    /** Returns the title. */
    public String title() {
        return branch.title();
    }

    /** Returns where it begins, such as {@code from T = 3 on}. */
    public String origin() {
        return parent.isEmpty() ? "from the start" : format("from T = %d on", forkTime());
    }

    private long forkTime() {
        return branch.run().history().at(branch.fork()).time();
    }

    /** Returns how long it is, and where the run stands on it, such as {@code at event 12 of 24}. */
    public String extent() {
        String events = Counted.of(branch.events(), "event");
        boolean isInside = isPresent && event < branch.events() - 1;
        return isInside ? format("at event %d of %s", event + 1, events) : events;
    }

    /** Returns all of it in a sentence. */
    public String sentence() {
        return format(
                "%s%s, %s, %s%s",
                isPresent ? "The run stands here: " : "",
                title(),
                parent.map(left -> format("leaves “%s” at T = %d", left, forkTime()))
                        .orElse(origin()),
                extent(),
                branch.hasLived() ? ", lived" : "");
    }
}

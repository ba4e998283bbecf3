package sosad.app.viewmodel.branches;

import static sosad.model.PlainFormat.format;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sosad.app.lab.Branch;
import sosad.app.lab.BranchId;
import sosad.app.lab.BranchLab;
import sosad.app.lab.RunTree;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.PlaybackViewModel;

/** The branches of the lesson: where the run stands, and going elsewhere. */
public final class BranchesViewModel {
    private final LabViewModel state;
    private final BranchLab lab;
    private final PlaybackViewModel playback;
    private final ObservableList<BranchRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<BranchComparison> comparison = new ReadOnlyObjectWrapper<>();

    public BranchesViewModel(LabViewModel state, BranchLab lab, PlaybackViewModel playback) {
        this.state = state;
        this.lab = lab;
        this.playback = playback;
        state.treeProperty().addListener((property, old, tree) -> follow(tree));
    }

    private void follow(RunTree tree) {
        rows.setAll(BranchRow.of(tree));
        if (comparison.get() != null) {
            Optional<Branch> left = tree.find(comparison.get().left().id());
            Optional<Branch> right = tree.find(comparison.get().right().id());
            boolean areThere = left.isPresent() && right.isPresent();
            comparison.set(areThere ? comparison.get().with(left.get(), right.get()) : null);
        }
    }

    /** Goes to the end of a branch, on fresh nodes. */
    public void jump(BranchRow row) {
        int last = row.branch().events() - 1;
        boolean isThere = row.isPresent() && row.event() == last;
        if (isThere) {
            state.showPresent();
        } else {
            playback.jump(row.branch().id(), last);
        }
    }

    /** Goes forward to the next stop of the present branch. */
    public void forward() {
        playback.forward();
    }

    /** Returns whether there is something to go forward to. */
    public ObservableValue<Boolean> canGoForwardProperty() {
        return playback.canGoForwardProperty();
    }

    /** Gives a branch another title. */
    public void rename(BranchId branch, String title) {
        state.outcome(lab.renameBranch(branch, title));
    }

    /** Takes a branch away, which can be undone for a while. */
    public void delete(BranchRow row) {
        if (row.isPresent()) {
            state.report(new Banner(
                    format("The run stands on “%s”.", row.title()),
                    "Jump to another branch before you delete this one."));
            return;
        }
        state.outcome(lab.deleteBranch(row.branch().id()))
                .thenAccept(gone -> state.report(new Banner(
                        format("“%s” is deleted.", gone.title()),
                        "",
                        Optional.of(new Banner.Offer("Undo", () -> restore(gone))))));
    }

    private void restore(Branch gone) {
        state.dismiss();
        state.outcome(lab.restoreBranch(gone));
    }

    /** Shows two branches side by side, the one that began first on the left. */
    public void compare(Branch one, Branch other) {
        boolean inOrder = one.id().compareTo(other.id()) <= 0;
        comparison.set(inOrder ? new BranchComparison(one, other) : new BranchComparison(other, one));
    }

    /** Shows a branch beside the one on which the run stands. */
    public void compareWithPresent(Branch branch) {
        Branch present = state.treeProperty().get().present();
        if (!present.id().equals(branch.id())) {
            compare(present, branch);
        }
    }

    /** Shows the cluster again; returns whether it was not shown. */
    public boolean endComparison() {
        boolean was = comparison.get() != null;
        comparison.set(null);
        return was;
    }

    /** Returns the branches, line by line; not to be changed. */
    public ObservableList<BranchRow> rows() {
        return rows;
    }

    /** Returns the two branches that are shown side by side; null: none are. */
    public ReadOnlyObjectProperty<BranchComparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }
}

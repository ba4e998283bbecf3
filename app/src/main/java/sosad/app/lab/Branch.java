package sosad.app.lab;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;
import java.util.Optional;

/**
 * A way on which a run has gone, from its start to the last event that was reached on it. It shares what it has in
 * common with the branch that it left.
 *
 * @param id its number
 * @param title its name, which the user may change
 * @param parent the branch that it left; empty if it has a start of its own
 * @param fork the last event that it shares with that branch; 0 if it has a start of its own
 * @param run what was done on it, and what came of it
 */
public record Branch(BranchId id, String title, Optional<BranchId> parent, int fork, PlayedRun run) {
    /** The most characters of a title. */
    public static final int MAX_TITLE_LENGTH = 80;

    /** @throws IllegalArgumentException if there is no such title, with words for the user */
    public Branch {
        Objects.requireNonNull(id);
        Objects.requireNonNull(parent);
        Objects.requireNonNull(run);
        refuseIf(title.isBlank(), "a branch needs a title");
        int length = title.length();
        refuseIf(
                length > MAX_TITLE_LENGTH,
                "a title has at most %d characters, this one has %d",
                MAX_TITLE_LENGTH,
                length);
        refuseIf(title.chars().anyMatch(Character::isISOControl), "a title is one line of text");
    }

    /** Returns how many events it has, those included that it shares. */
    public int events() {
        return run.history().size();
    }

    /** Returns whether the nodes have run by their own clocks on it. */
    public boolean hasLived() {
        return run.history().hasLived();
    }

    /** Returns the same branch under another name. */
    Branch titled(String newTitle) {
        return new Branch(id, newTitle, parent, fork, run);
    }

    /** Returns the same branch with another run. */
    Branch with(PlayedRun newRun) {
        return new Branch(id, title, parent, fork, newRun);
    }

    /** Returns the same branch as one that left another. */
    Branch leaving(Optional<BranchId> newParent, int newFork) {
        return new Branch(id, title, newParent, newFork, run);
    }
}

package sosad.app.lab;

import static sosad.model.ArgumentCheck.refuseIf;

/**
 * The number of a branch. It is given once in a lesson, in the order in which branches begin.
 *
 * @param number from 1
 */
public record BranchId(int number) implements Comparable<BranchId> {
    /** @throws IllegalArgumentException if the number is below 1 */
    public BranchId {
        refuseIf(number < 1, "branches are numbered from 1");
    }

    @Override
    public int compareTo(BranchId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}

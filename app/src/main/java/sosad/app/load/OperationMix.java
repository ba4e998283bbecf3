package sosad.app.load;

import static sosad.model.ArgumentCheck.refuseIf;

/**
 * The kinds of requests of a load; what is neither read nor deleted is written.
 *
 * @param readShare the share of reads, 0 to 1
 * @param deleteShare the share of deletes, 0 to 1; both together at most 1
 */
public record OperationMix(double readShare, double deleteShare) {
    /** Nothing but writes. */
    public static final OperationMix WRITES = new OperationMix(0, 0);

    /** Nothing but reads. */
    public static final OperationMix READS = new OperationMix(1, 0);

    /** As many reads as writes. */
    public static final OperationMix HALF_AND_HALF = new OperationMix(0.5, 0);

    /** @throws IllegalArgumentException naming the share that is out of range */
    public OperationMix {
        refuseIf(!(readShare >= 0 && readShare <= 1), "a share of reads of %s; it must be from 0 to 1", readShare);
        refuseIf(
                !(deleteShare >= 0 && readShare + deleteShare <= 1 + 1e-9),
                "a share of deletes of %s, with %s reads; together they must be from 0 to 1",
                deleteShare,
                readShare);
    }

    /** Returns the kind for a number drawn from 0 (inclusive) to 1 (exclusive). */
    OperationKind kind(double drawn) {
        if (drawn < readShare) {
            return OperationKind.READ;
        }
        return drawn < readShare + deleteShare ? OperationKind.DELETE : OperationKind.WRITE;
    }
}

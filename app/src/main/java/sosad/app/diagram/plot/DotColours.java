package sosad.app.diagram.plot;

/**
 * The colours of dots as 0xRRGGBB.
 *
 * @param stale one version behind
 * @param staleDeep many versions behind; what is between has a colour between
 * @param wrong refused, unanswered or foreign
 */
public record DotColours(int read, int write, int stale, int staleDeep, int wrong) {
    /** From so many versions on all have the deepest colour. */
    private static final int DEEP = 5;

    int of(DotKind kind, int depth) {
        return switch (kind) {
            case READ -> read;
            case WRITE -> write;
            case STALE -> between(stale, staleDeep, Math.min(1, (depth - 1) / (double) (DEEP - 1)));
            case FOREIGN, REFUSED, UNANSWERED -> wrong;
        };
    }

    /** Returns a colour between two. */
    static int between(int one, int other, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = (one >> shift) & 0xFF;
            int to = (other >> shift) & 0xFF;
            mixed |= (int) Math.round(from + share * (to - from)) << shift;
        }
        return mixed;
    }
}

package sosad.app.simulate;

import java.util.List;
import java.util.Optional;

/**
 * Tables 1 and 2 of Demers et al., Epidemic Algorithms for Replicated Database Maintenance, PODC 1987: 1,000 sites that
 * push, by k from 1.
 *
 * @param residue as printed
 * @param traffic as printed
 * @param averageTime as printed
 * @param lastTime as printed
 */
record PublishedRumours(List<String> residue, List<String> traffic, List<String> averageTime, List<String> lastTime) {
    static final int SITES = 1_000;

    private static final double TOLERANCE = 0.05;
    private static final double TOLERANCE_OF_SMALL_RESIDUES = 0.2;
    private static final double SMALL_RESIDUE = 0.01;

    private static final PublishedRumours TABLE_1 = new PublishedRumours(
            List.of("0.18", "0.037", "0.011", "0.0036", "0.0012"),
            List.of("1.7", "3.3", "4.5", "5.6", "6.7"),
            List.of("11.0", "12.1", "12.5", "12.7", "12.8"),
            List.of("16.8", "16.9", "17.4", "17.5", "17.7"));

    private static final PublishedRumours TABLE_2 = new PublishedRumours(
            List.of("0.96", "0.20", "0.060", "0.021", "0.008"),
            List.of("0.04", "1.6", "2.8", "3.9", "4.9"),
            List.of("19", "17", "15", "14.1", "13.8"),
            List.of("38", "33", "32", "32", "32"));

    /** The table of a rule. */
    static PublishedRumours of(RumourRule rule) {
        return switch (rule) {
            case FEEDBACK_COUNTER -> TABLE_1;
            case BLIND_COIN -> TABLE_2;
        };
    }

    /** Returns the cell of a column, if the table has one for this k. */
    static Optional<String> cell(List<String> column, int k) {
        return k <= column.size() ? Optional.of(column.get(k - 1)) : Optional.empty();
    }

    /**
     * Returns whether a figure is the printed one within 5 %, or 20 % for residues below 0.01, or half a unit of the
     * last printed digit.
     */
    static boolean isReached(String printed, double figure) {
        double value = Double.parseDouble(printed);
        int decimals = printed.contains(".") ? printed.length() - printed.indexOf('.') - 1 : 0;
        double halfAUnit = Math.pow(10, -decimals) / 2;
        double share = value < SMALL_RESIDUE ? TOLERANCE_OF_SMALL_RESIDUES : TOLERANCE;
        return Math.abs(figure - value) <= Math.max(share * value, halfAUnit);
    }
}

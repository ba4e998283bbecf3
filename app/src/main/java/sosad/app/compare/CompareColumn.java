package sosad.app.compare;

import static sosad.model.PlainFormat.format;

/** A figure of a row. Of every one less is better. */
public enum CompareColumn {
    LOST(
            "lost",
            "lost",
            "Entries apart for ever: acknowledged, and not on every node however often they sync from here."),
    GONE("gone", "gone", "Entries of those that no node holds any more."),
    STALE_PERCENT("stalePercent", "stale", "Reads that missed a write acknowledged before, in percent of all.") {
        @Override
        public String text(double figure) {
            return format("%.2f %%", figure);
        }
    },
    STALE_BY("staleBy", "by", "The versions that the stalest read was behind."),
    LAG_P50(
            "lagP50Millis",
            "lag p50",
            "Milliseconds from a write until the last node held it, or something newer: half took no longer.") {
        @Override
        public String text(double figure) {
            return millis(figure);
        }
    },
    LAG_P99("lagP99Millis", "p99", "The same: one of a hundred took longer.") {
        @Override
        public String text(double figure) {
            return millis(figure);
        }
    },
    LAG_MAX("lagMaxMillis", "max", "The same: the longest among those that came everywhere.") {
        @Override
        public String text(double figure) {
            return millis(figure);
        }
    },
    MESSAGES("messages", "messages", "Messages sent, whether or not they arrived."),
    BYTES("bytes", "bytes", "Bytes of their frames."),
    ENTRIES("entries", "entries", "Entries in them."),
    TIMES_LEAST("timesLeast", "× least", "Entries sent for each that had to be.") {
        @Override
        public String text(double figure) {
            return format("%,.2f", figure);
        }
    },
    MEMORY("memoryBytes", "memory", "Bytes that a node needs for the rule besides the entries, when they are most.");

    /** From here on a fraction says nothing. */
    private static final double MANY = 100;

    /** From here on a time is shown in seconds. */
    private static final double A_WHILE_MILLIS = 10_000;

    private final String field;
    private final String title;
    private final String explanation;

    CompareColumn(String field, String title, String explanation) {
        this.field = field;
        this.title = title;
        this.explanation = explanation;
    }

    /** The name in JSON. */
    public String field() {
        return field;
    }

    /** The heading. */
    public String title() {
        return title;
    }

    /** The meaning, in a sentence. */
    public String explanation() {
        return explanation;
    }

    /** Returns a figure as it is shown. */
    public String text(double figure) {
        return figure == Math.rint(figure) || figure >= MANY ? format("%,.0f", figure) : format("%,.1f", figure);
    }

    private static String millis(double figure) {
        return figure < A_WHILE_MILLIS ? format("%,.0f ms", figure) : format("%,.1f s", figure / 1_000);
    }
}

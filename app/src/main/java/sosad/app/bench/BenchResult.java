package sosad.app.bench;

/**
 * A measured figure, fit for a row of a table.
 *
 * @param name what was measured
 * @param measured what came out, with its unit, and how often it was measured
 * @param aim what it should be; a dash if nothing is asked
 * @param verdict whether it is so, in a word or two
 */
record BenchResult(String name, String measured, String aim, String verdict) {
    private static final String NONE = "–";

    /** A figure with an aim. */
    static BenchResult of(String name, String measured, String aim, boolean reached) {
        return new BenchResult(name, measured, aim, reached ? "reached" : "missed");
    }

    /** A figure of which nothing is asked. */
    static BenchResult told(String name, String measured) {
        return new BenchResult(name, measured, NONE, NONE);
    }

    /** Returns what was not measured because something is not installed. */
    static BenchResult skipped(String name, String missing, String install) {
        return new BenchResult(
                name, "skipped, because %s is not installed (%s)".formatted(missing, install), NONE, NONE);
    }

    /** Returns what could not be measured because something failed. */
    static BenchResult failed(String name, String reason) {
        return new BenchResult(name, "failed: " + reason.replace('|', '/').replace('\n', ' '), NONE, "failed");
    }

    /** Returns a row of a Markdown table. */
    String row() {
        return "| %s | %s | %s | %s |".formatted(name, measured, aim, verdict);
    }
}

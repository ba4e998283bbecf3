package sosad.app.cluster;

import java.time.Duration;
import sosad.app.process.Program;

/**
 * How long the app waits for a node before it says what is missing ({@code docs/decisions/0009}).
 *
 * @param start until a process that was started is up
 * @param answer until anything else has come that must come
 */
record Patience(Duration start, Duration answer) {
    private static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(10));

    /** For nodes that may stand at a breakpoint. */
    private static final Patience DEBUGGING = new Patience(Duration.ofHours(1), Duration.ofHours(1));

    /** Returns what is usual, or far more if nodes run under a debugger. */
    static Patience usual() {
        return Program.extraOptions().stream().anyMatch(option -> option.contains("jdwp")) ? DEBUGGING : USUAL;
    }
}

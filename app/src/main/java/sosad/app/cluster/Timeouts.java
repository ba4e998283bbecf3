package sosad.app.cluster;

import java.time.Duration;
import sosad.app.process.Program;

/**
 * The time that the app waits for a node before it says what is missing ({@code docs/decisions/0009}).
 *
 * @param start until a process that was started is up
 * @param answer until anything else has come that must come
 */
record Timeouts(Duration start, Duration answer) {
    private static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(10));

    /** For nodes that may stand at a breakpoint. */
    private static final Timeouts DEBUGGING = new Timeouts(Duration.ofHours(1), Duration.ofHours(1));

    /** Returns what is usual, or far more if nodes run under a debugger. */
    static Timeouts usual() {
        return Program.extraOptions().stream().anyMatch(option -> option.contains("jdwp")) ? DEBUGGING : USUAL;
    }
}

package sosad.app.cluster;

import java.time.Duration;

/**
 * How long the app waits for a node before it says what is missing ({@code docs/decisions/0009}).
 *
 * @param start until a process that was started is up
 * @param answer until anything else has come that must come
 */
record Patience(Duration start, Duration answer) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(10));
}

package sosad.app.viewmodel.history;

/**
 * A line of the log.
 *
 * @param time when, such as {@code T = 4}; empty if it belongs to no moment
 * @param text what happened
 */
public record LogLine(String time, String text) {}

package sosad.app.viewmodel;

/**
 * A failure, shown to the user without interrupting.
 *
 * @param what what failed, and where
 * @param remedy what to do about it; may be empty
 */
public record Banner(String what, String remedy) {}

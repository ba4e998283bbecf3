package sosad.app.viewmodel;

/**
 * A failure told to the user without stopping the work.
 *
 * @param what what failed, and where
 * @param remedy what to do about it; may be empty
 */
public record Banner(String what, String remedy) {}

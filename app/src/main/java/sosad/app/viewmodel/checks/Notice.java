package sosad.app.viewmodel.checks;

/**
 * What is to be said until it is dismissed.
 *
 * @param words what, and what to do
 * @param isFailure whether something went wrong
 */
public record Notice(String words, boolean isFailure) {
    /** Nothing is to be said. */
    public static final Notice NONE = new Notice("", false);
}

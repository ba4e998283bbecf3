package sosad.app.lab;

/** A command that could not be carried out. The message says what and why, and is fit to be shown to the user. */
public final class LabException extends RuntimeException {
    public LabException(String message) {
        super(message);
    }
}

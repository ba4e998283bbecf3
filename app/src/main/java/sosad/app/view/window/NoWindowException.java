package sosad.app.view.window;

/** No window can open on this machine, as it is; the message says what the window's toolkit says of that. */
public final class NoWindowException extends RuntimeException {
    NoWindowException(Throwable cause) {
        super(cause.getMessage() == null ? cause.getClass().getSimpleName() : firstLine(cause.getMessage()), cause);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}

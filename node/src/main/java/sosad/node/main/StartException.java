package sosad.node.main;

/** The node cannot start. The message says why and is fit for the user. */
final class StartException extends Exception {
    StartException(String message) {
        super(message);
    }
}

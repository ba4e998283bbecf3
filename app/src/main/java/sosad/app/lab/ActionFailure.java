package sosad.app.lab;

/** An action cannot be carried out and has changed nothing; the scenario goes on. The message says why. */
final class ActionFailure extends RuntimeException {
    ActionFailure(String reason) {
        super(reason);
    }
}

package sosad.app.scenario;

/** An impossible action. The message says why, fit for the user. */
public final class ActionFailure extends RuntimeException {
    public ActionFailure(String reason) {
        super(reason);
    }
}

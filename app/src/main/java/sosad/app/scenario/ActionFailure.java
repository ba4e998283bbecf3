package sosad.app.scenario;

/** What was asked for cannot be done. The message says why, fit for the user. */
public final class ActionFailure extends RuntimeException {
    public ActionFailure(String reason) {
        super(reason);
    }
}

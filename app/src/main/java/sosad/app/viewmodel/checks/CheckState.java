package sosad.app.viewmodel.checks;

import java.util.Optional;
import sosad.app.check.suite.CheckOutcome;

/**
 * How far a check is.
 *
 * @param stage at what it is
 * @param share how much of it is done while it runs, 0 to 1
 * @param words what it is doing, while it runs
 * @param outcome what came of it, if it is done
 */
public record CheckState(Stage stage, double share, String words, Optional<CheckOutcome> outcome) {
    /** Nobody asked for it. */
    public static final CheckState NOT_RUN = new CheckState(Stage.NOT_RUN, 0, "", Optional.empty());

    /** Others run before it. */
    public static final CheckState WAITING = new CheckState(Stage.WAITING, 0, "", Optional.empty());

    /** The run was over before its turn came, or while it ran. */
    public static final CheckState NOT_REACHED = new CheckState(Stage.NOT_REACHED, 0, "", Optional.empty());

    /** What a check is at. */
    public enum Stage {
        NOT_RUN,
        WAITING,
        RUNNING,
        NOT_REACHED,
        DONE
    }

    static CheckState running(double share, String words) {
        return new CheckState(Stage.RUNNING, Math.max(0, Math.min(share, 1)), words, Optional.empty());
    }

    static CheckState done(CheckOutcome outcome) {
        return new CheckState(Stage.DONE, 1, "", Optional.of(outcome));
    }
}

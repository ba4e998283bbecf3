package sosad.app.check;

import java.time.Duration;
import sosad.app.load.OperationLog;

/** Is told how a run of checks goes on; on the thread that runs them, except {@link #progressed}: on any. */
public interface CheckListener {
    /** A check begins. */
    default void started(Check check) {}

    /** A check is so far, from 0 to 1, and does this now. */
    default void progressed(CheckNumber number, double share, String words) {}

    /** A check keeps this log of its operations, which grows while it runs. */
    default void operations(CheckNumber number, OperationLog growing) {}

    /** A fault was in force during a check, as far as is known now. */
    default void faulted(CheckNumber number, FaultBand band) {}

    /** A check has its result, after this time. */
    default void finished(CheckResult result, Duration took) {}
}

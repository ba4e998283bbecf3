package sosad.app.viewmodel.checks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import sosad.app.check.Check;
import sosad.app.check.CheckListener;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.FaultBand;
import sosad.app.check.suite.CheckOutcome;
import sosad.app.load.OperationLog;

/**
 * Brings what is told of a run to the window's thread. A check may tell its progress thousands of times a second; what
 * the window has not shown yet is replaced by what is newer.
 */
final class ProgressFeed implements CheckListener {
    private final Executor fx;
    private final Function<CheckNumber, CheckRow> rows;
    private final Runnable changed;
    private final Map<CheckNumber, CheckState> newest = new ConcurrentHashMap<>();
    private volatile Check current;

    /**
     * @param rows the row of a check; asked on the window's thread
     * @param changed run on the window's thread when a row has changed
     */
    ProgressFeed(Executor fx, Function<CheckNumber, CheckRow> rows, Runnable changed) {
        this.fx = fx;
        this.rows = rows;
        this.changed = changed;
    }

    @Override
    public void started(Check check) {
        current = check;
        become(check.number(), CheckState.running(0, ""));
    }

    @Override
    public void progressed(CheckNumber number, double share, String words) {
        if (newest.put(number, CheckState.running(share, words)) == null) {
            fx.execute(() -> show(number));
        }
    }

    private void show(CheckNumber number) {
        CheckState state = newest.remove(number);
        CheckRow row = rows.apply(number);
        if (state != null && row.stateProperty().get().stage() == CheckState.Stage.RUNNING) {
            row.become(state);
            changed.run();
        }
    }

    @Override
    public void operations(CheckNumber number, OperationLog growing) {
        fx.execute(() -> rows.apply(number).show(growing));
    }

    @Override
    public void faulted(CheckNumber number, FaultBand band) {
        fx.execute(() -> rows.apply(number).add(band));
    }

    @Override
    public void finished(CheckResult result, Duration took) {
        become(result.number(), CheckState.done(new CheckOutcome(current, result, took)));
    }

    private void become(CheckNumber number, CheckState state) {
        fx.execute(() -> {
            rows.apply(number).become(state);
            changed.run();
        });
    }
}

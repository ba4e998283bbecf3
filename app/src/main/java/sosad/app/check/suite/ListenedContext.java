package sosad.app.check.suite;

import java.time.Duration;
import java.util.SplittableRandom;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckListener;
import sosad.app.check.CheckSettings;
import sosad.app.check.FaultBand;
import sosad.app.check.SystemUnderTest;
import sosad.app.load.OperationLog;

/** The context of a check in a suite, which passes on what the check tells. */
record ListenedContext(Check check, CheckSettings settings, SystemUnderTest system, CheckListener listener)
        implements CheckContext {
    @Override
    public Duration duration() {
        return settings.scaled(check.usualDuration());
    }

    @Override
    public SplittableRandom chance() {
        return settings.chance(check.number());
    }

    @Override
    public void progress(double share, String words) {
        listener.progressed(check.number(), share, words);
    }

    @Override
    public void operations(OperationLog growing) {
        listener.operations(check.number(), growing);
    }

    @Override
    public void band(FaultBand band) {
        listener.faulted(check.number(), band);
    }
}

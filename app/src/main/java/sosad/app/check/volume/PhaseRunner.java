package sosad.app.check.volume;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import sosad.app.check.CheckContext;
import sosad.app.check.SystemUnderTest;
import sosad.app.load.LoadGenerator;
import sosad.app.load.OperationLog;

/** Runs one phase after the other for a check, on its thread, and tells how far it is. */
final class PhaseRunner {
    private static final long TURN_MILLIS = 20;
    private static final long TELL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** So much longer it waits for the first reply: a slow server is no broken one. */
    private static final long MAX_MORE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final CheckContext context;
    private final OperationLog log;
    private final long beganNanos = System.nanoTime();
    private long toldNanos = beganNanos - TELL_NANOS;

    PhaseRunner(CheckContext context, OperationLog log) {
        this.context = context;
        this.log = log;
    }

    /** Runs a phase until its time is over, or its requests are made. */
    PhaseResult run(LoadPhase phase, Duration atMost) throws InterruptedException {
        SystemUnderTest system = context.system();
        long begin = System.nanoTime();
        try (LoadGenerator load = new LoadGenerator(
                phase.profile(),
                phase.servers(),
                system::address,
                system.password(),
                log,
                phase.recordEvery(),
                phase.versions())) {
            for (long left = atMost.toNanos();
                    left > 0
                            ? !load.isDone()
                            : left > -MAX_MORE_NANOS && load.counts().completed() == 0;
                    left = atMost.toNanos() - (System.nanoTime() - begin)) {
                system.turn(Math.min(TURN_MILLIS, 1 + TimeUnit.NANOSECONDS.toMillis(Math.max(left, 0))));
                load.follow(system::address);
                tell(phase);
            }
            boolean isDone = load.isDone();
            return new PhaseResult(phase, load.stop(), begin - log.originNanos(), isDone);
        }
    }

    private void tell(LoadPhase phase) {
        long now = System.nanoTime();
        if (now - toldNanos >= TELL_NANOS) {
            toldNanos = now;
            double share = (double) (now - beganNanos) / context.duration().toNanos();
            context.progress(Math.min(share, 1), phase.label());
        }
    }
}

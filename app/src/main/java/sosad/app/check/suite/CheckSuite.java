package sosad.app.check.suite;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import sosad.app.check.Check;
import sosad.app.check.CheckListener;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.CheckSettings;
import sosad.app.check.Evidence;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.process.NodeException;

/**
 * Runs checks one after the other, on the thread that calls it: those of one kind against one system, those of the next
 * against the next. When the thread is interrupted, it ends with what there is.
 */
public final class CheckSuite {
    /** Why a run ended early whose thread was interrupted. */
    public static final String INTERRUPTED = "interrupted";

    private static final int MAX_FRAMES = 8;

    private final List<Check> checks;
    private final CheckSettings settings;
    private final SystemSource source;
    private final CheckListener listener;
    private final List<CheckOutcome> outcomes = new ArrayList<>();

    /** @param checks in the order of the list */
    public CheckSuite(List<Check> checks, CheckSettings settings, SystemSource source, CheckListener listener) {
        this.checks = List.copyOf(checks);
        this.settings = settings;
        this.source = source;
        this.listener = listener;
    }

    /** Runs all of them. To be called once. */
    public SuiteResult run() {
        Instant began = Instant.now();
        long beganNanos = System.nanoTime();
        Optional<String> stopped = Optional.empty();
        try {
            for (List<Check> kind : checks.stream()
                    .collect(groupingBy(check -> check.number().kind(), TreeMap::new, toList()))
                    .values()) {
                runKind(kind);
            }
        } catch (InterruptedException e) {
            stopped = Optional.of(INTERRUPTED);
        } catch (NodeException e) {
            stopped = Optional.of(Thread.interrupted() ? INTERRUPTED : e.getMessage());
        }
        List<CheckNumber> done =
                outcomes.stream().map(one -> one.check().number()).toList();
        return new SuiteResult(
                source.words(),
                source.options(),
                settings,
                began,
                since(beganNanos),
                outcomes,
                checks.stream()
                        .map(Check::number)
                        .filter(one -> !done.contains(one))
                        .toList(),
                stopped);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** A check that finds the system broken leaves it behind: the next one gets another. */
    private void runKind(List<Check> kind) throws InterruptedException {
        int next = 0;
        while (next < kind.size()) {
            try (SystemUnderTest system = source.system()) {
                boolean isUsable = true;
                while (isUsable && next < kind.size()) {
                    isUsable = run(kind.get(next), system);
                    next++;
                }
            }
        }
    }

    /** Returns whether the system can still be used. */
    private boolean run(Check check, SystemUnderTest system) throws InterruptedException {
        listener.started(check);
        long began = System.nanoTime();
        boolean isUsable = true;
        CheckResult result;
        Optional<String> because = check.skippedBecause(system);
        if (because.isPresent()) {
            result = new CheckResultBuilder(check).skipped(because.get());
        } else {
            try {
                result = check.run(new ListenedContext(check, settings, system, listener));
                restore(system);
            } catch (NodeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException(e.getMessage());
                }
                result = new CheckResultBuilder(check)
                        .because("The check did not ask for this, and could not go on.")
                        .failed(e.getMessage());
                isUsable = false;
            } catch (RuntimeException e) {
                result = new CheckResultBuilder(check)
                        .because("That is a fault of this program, not of the system: please report it.")
                        .evidence(Evidence.of("Where it broke off", frames(e)))
                        .inconclusive("the check itself broke off: " + e);
                isUsable = false;
            }
        }
        outcomes.add(new CheckOutcome(check, result, since(began)));
        listener.finished(result, since(began));
        return isUsable;
    }

    private static List<String> frames(RuntimeException e) {
        return Stream.of(e.getStackTrace())
                .limit(MAX_FRAMES)
                .map(StackTraceElement::toString)
                .toList();
    }

    private static void restore(SystemUnderTest system) throws InterruptedException {
        Optional<TestedCluster> cluster = system.cluster();
        if (cluster.isPresent() && !cluster.get().faults().inForce().isEmpty()) {
            cluster.get().healEverything();
            cluster.get().awaitAllUp();
        }
    }
}

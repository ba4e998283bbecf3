package sosad.app.check.volume;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.protocol.EnumNames;

/** What the phases of a check have in common, put into its result. */
record VolumeFindings(List<PhaseResult> results, OperationLog log) {
    private static final int MAX_EVIDENCE = 20;
    private static final double NANOS_A_MILLI = 1e6;

    VolumeFindings {
        results = List.copyOf(results);
    }

    /** Returns how many requests went wrong. */
    long failures() {
        return results.stream().mapToLong(PhaseResult::failures).sum();
    }

    long served() {
        return results.stream().mapToLong(one -> one.report().counts().served()).sum();
    }

    /** Returns the problems of all phases and how often each came up. */
    Map<String, Long> problems() {
        Map<String, Long> problems = new TreeMap<>();
        results.forEach(one -> one.report()
                .counts()
                .problems()
                .forEach((problem, count) -> problems.merge(problem, count, Long::sum)));
        return problems;
    }

    /** Returns what went wrong, in half a line. */
    String failureWords() {
        return format(
                "%,d of %,d requests went wrong: %s",
                failures(),
                results.stream().mapToLong(one -> one.report().counts().sent()).sum(),
                problems().entrySet().stream()
                        .map(problem -> format("%s (%,d)", problem.getKey(), problem.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    /** Adds errors by kind, the course of each phase, and operations that went wrong. */
    void into(CheckResultBuilder result) {
        problems().forEach((problem, count) -> result.figure(Figure.count("errors: " + problem, count)));
        results.stream().flatMap(one -> one.series().stream()).forEach(result::series);
        result.evidence(evidence()).operations(log);
    }

    private List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < log.size() && evidence.size() < MAX_EVIDENCE; i++) {
            if (isWrong(i)) {
                evidence.add(evidence(log.get(i), i));
            }
        }
        return evidence;
    }

    private boolean isWrong(int i) {
        return log.outcome(i) != OperationOutcome.OK
                || (log.kind(i) == OperationKind.READ && log.version(i) == Operation.FOREIGN);
    }

    private static Evidence evidence(Operation operation, int index) {
        String what =
                switch (operation.outcome()) {
                    case OK -> "a read that got what nobody wrote";
                    case REFUSED -> "a request that was refused";
                    case UNANSWERED -> "a request without a reply that fits it";
                };
        return Evidence.ofOperation(
                operation.server(),
                operation.invokedNanos(),
                index,
                what,
                List.of(format(
                        "%.3f ms: client %d at %s: %s %s, over after %.3f ms",
                        operation.invokedNanos() / NANOS_A_MILLI,
                        operation.client(),
                        operation.server(),
                        EnumNames.of(operation.kind()),
                        operation.key(),
                        operation.latencyNanos() / NANOS_A_MILLI)));
    }
}

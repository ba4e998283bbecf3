package sosad.app.export.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.app.history.Snapshot;
import sosad.app.history.text.Sentences;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.app.scenario.ScenarioFile;
import sosad.app.scenario.ScenarioFile.Claim;
import sosad.app.scenario.ScenarioWriter;
import sosad.app.watch.ConvergenceFigures;

/** Makes a report of a history, step by step. */
public final class HistoryReport {
    private final List<RequestReport> requests = new ArrayList<>();
    private final List<RunEvent.Inquired> inquiries = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<ExpectationReport> expectations = new ArrayList<>();
    private final List<Claim> claims;
    private Optional<String> title = Optional.empty();

    private HistoryReport(List<Claim> claims) {
        this.claims = new ArrayList<>(claims);
    }

    /** The report of all steps that {@code history} has, as they stand at the last moment of each. */
    public static RunReport of(String scenario, History history) {
        return report(scenario, Optional.empty(), reports(List.of(), List.of(), history), history);
    }

    /** The same, of a scenario that was played from its file, with what the file says beside it. */
    public static RunReport of(ScenarioFile file, History history) {
        Scenario scenario = file.scenario();
        return report(scenario.title(), scenario.about(), reports(scenario.steps(), file.claims(), history), history);
    }

    private static RunReport report(String title, Optional<String> about, List<StepReport> steps, History history) {
        return new RunReport(title, about, steps, Optional.of(ConvergenceFigures.of(history.present())));
    }

    /**
     * @param script the steps of the scenario
     * @param claims what each of them claims
     */
    private static List<StepReport> reports(List<Step> script, List<List<Claim>> claims, History history) {
        List<StepReport> steps = new ArrayList<>();
        List<Snapshot> step = new ArrayList<>();
        Optional<Snapshot> before = Optional.empty();
        List<Snapshot> snapshots = history.snapshots();
        for (int i = 0; i < snapshots.size(); i++) {
            step.add(snapshots.get(i));
            boolean isLast = i + 1 == snapshots.size()
                    || snapshots.get(i + 1).step() != snapshots.get(i).step();
            if (isLast) {
                int inFile = snapshots.get(i).step() - 1; // the start is step 0
                HistoryReport report = new HistoryReport(at(claims, inFile).orElse(List.of()));
                steps.add(report.report(step, before, at(script, inFile)));
                before = Optional.of(snapshots.get(i));
                step.clear();
            }
        }
        return steps;
    }

    private static <T> Optional<T> at(List<T> list, int index) {
        return index >= 0 && index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }

    private StepReport report(List<Snapshot> step, Optional<Snapshot> before, Optional<Step> script) {
        step.forEach(snapshot -> note(snapshot.what()));
        Snapshot end = step.get(step.size() - 1);
        List<MessageReport> messages = new ArrayList<>();
        for (Message message : end.messages()) {
            if (message.step() == end.step() || changed(message, before)) {
                message.update().ifPresent(update -> messages.add(MessageReport.of(message)));
                message.inquiry()
                        .map(inquiry -> new RunEvent.Inquired(inquiry, message.fate(), message.why()))
                        .ifPresent(this::note);
            }
        }
        List<TableRow> rows = TableRow.of(end.nodes(), end.time());
        return new StepReport(
                end.time(),
                title,
                script.flatMap(Step::before),
                script.flatMap(Step::say),
                rows,
                requests,
                inquiries,
                messages,
                end.sent().step(),
                told,
                failures,
                expectations);
    }

    private void note(RunEvent cause) {
        if (cause instanceof RunEvent.StepOpened opened) {
            title = opened.title();
        } else if (cause instanceof RunEvent.Wrote wrote) {
            requests.add(RequestReport.of(wrote));
            if (wrote.lost()) {
                told.add(Sentences.of(wrote));
            }
        } else if (cause instanceof RunEvent.Read read) {
            requests.add(RequestReport.of(read));
            told.add(Sentences.of(read));
        } else if (cause instanceof RunEvent.Inquired inquired) {
            inquiries.add(inquired);
            told.add(Sentences.of(inquired));
        } else if (cause instanceof RunEvent.Handled handled && handled.handling() == Handling.TRIMMED) {
            told.add(Sentences.of(handled));
        } else if (cause instanceof RunEvent.Failed failed) {
            failures.add("%s: %s".formatted(ScenarioWriter.line(failed.action()), failed.reason()));
        } else if (cause instanceof RunEvent.StepFailed failed) {
            failures.add(Sentences.of(failed));
        } else if (cause instanceof RunEvent.Checked checked) {
            expectations.add(new ExpectationReport(
                    checked.expectation(), checked.met(), checked.found(), line(checked.expectation())));
        }
    }

    /** Of several claims in the same words the first in the file is checked first. */
    private OptionalInt line(String words) {
        for (Claim claim : claims) {
            if (claim.words().equals(words)) {
                claims.remove(claim);
                return OptionalInt.of(claim.line());
            }
        }
        return OptionalInt.empty();
    }

    private static boolean changed(Message message, Optional<Snapshot> before) {
        return before.flatMap(snapshot -> snapshot.message(message.id()))
                .map(Message::fate)
                .filter(message.fate()::equals)
                .isEmpty();
    }
}

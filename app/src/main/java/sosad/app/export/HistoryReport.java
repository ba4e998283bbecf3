package sosad.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.history.Happening;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.Moment;
import sosad.app.scenario.ScenarioWriter;

/** Makes a report of a history. */
public final class HistoryReport {
    private HistoryReport() {}

    /** The report of all steps that {@code history} has, as they stand at the last moment of each. */
    public static RunReport of(String scenario, History history) {
        List<StepReport> steps = new ArrayList<>();
        List<Moment> step = new ArrayList<>();
        Optional<Moment> before = Optional.empty();
        for (Moment moment : history.moments()) {
            if (!step.isEmpty() && step.get(0).step() != moment.step()) {
                steps.add(report(step, before));
                before = Optional.of(last(step));
                step.clear();
            }
            step.add(moment);
        }
        if (!step.isEmpty()) {
            steps.add(report(step, before));
        }
        return new RunReport(scenario, steps);
    }

    private static Moment last(List<Moment> step) {
        return step.get(step.size() - 1);
    }

    private static StepReport report(List<Moment> step, Optional<Moment> before) {
        Moment end = last(step);
        Optional<String> title = Optional.empty();
        List<String> failures = new ArrayList<>();
        List<ExpectationReport> expectations = new ArrayList<>();
        for (Moment moment : step) {
            if (moment.cause() instanceof Happening.StepOpened opened) {
                title = opened.title();
            } else if (moment.cause() instanceof Happening.Failed failed) {
                failures.add("%s: %s".formatted(ScenarioWriter.line(failed.action()), failed.reason()));
            } else if (moment.cause() instanceof Happening.Checked checked) {
                expectations.add(new ExpectationReport(checked.expectation(), checked.met()));
            }
        }
        List<MessageReport> messages = end.messages().stream()
                .filter(message -> message.step() == end.step() || changed(message, before))
                .map(MessageReport::of)
                .toList();
        List<TableRow> rows = DocumentTable.rows(end.nodes(), end.time());
        return new StepReport(end.time(), title, rows, messages, failures, expectations);
    }

    private static boolean changed(Message message, Optional<Moment> before) {
        return before.flatMap(moment -> moment.message(message.id()))
                .map(Message::fate)
                .filter(message.fate()::equals)
                .isEmpty();
    }
}

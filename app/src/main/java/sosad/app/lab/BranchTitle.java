package sosad.app.lab;

import static sosad.model.PlainFormat.format;

import java.util.Optional;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.history.text.MessageText;
import sosad.app.lab.step.Input;
import sosad.app.scenario.Action;
import sosad.app.scenario.ScenarioWriter;

/** The first title of a branch: what was done where it leaves another. */
final class BranchTitle {
    private BranchTitle() {}

    /**
     * Returns it.
     *
     * @param inputs how many inputs it shares
     */
    static String of(PlayedRun known, int inputs, PlayedRun now) {
        Snapshot before = inputs == 0
                ? known.history().at(0)
                : known.inputs().get(inputs - 1).after();
        if (inputs >= now.inputs().size()) {
            return format("Live from T = %d", before.time());
        }
        Input first = now.inputs().get(inputs).input();
        boolean isInStep =
                first instanceof Input.BeginPart && inputs + 1 < now.inputs().size();
        Snapshot at = isInStep ? now.inputs().get(inputs).after() : before;
        Snapshot after = now.inputs().get(isInStep ? inputs + 1 : inputs).after();
        return format(
                "%s, T = %d", words(isInStep ? now.inputs().get(inputs + 1).input() : first, at), after.time());
    }

    private static String words(Input input, Snapshot before) {
        if (input instanceof Input.Act act) {
            return line(act.action());
        } else if (input instanceof Input.Handle handle) {
            Optional<Message> message = before.message(handle.message());
            String what = message.map(MessageText::kind).orElse("message");
            String way = message.map(one -> " " + one.from() + " → " + one.to()).orElse("");
            return handle.action().kind().word() + " the " + what + way;
        } else if (input instanceof Input.OutsideWrite outside) {
            return "a client: " + line(outside.write());
        } else if (input instanceof Input.Death death) {
            return death.node() + " died";
        } else if (input == Input.StepCommand.TICK) {
            return "tick";
        } else if (input == Input.StepCommand.HEAL) {
            return "heal everything";
        }
        return "on with the scenario";
    }

    private static String line(Action action) {
        return ScenarioWriter.line(action);
    }
}

package sosad.app.lab;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.history.text.ActionText;
import sosad.app.history.text.MessageText;
import sosad.app.lab.step.Input;
import sosad.app.lab.step.RunRecord.Done;

/** The first title of a branch: what was done where it leaves another. */
final class BranchTitle {
    private BranchTitle() {}

    /**
     * Returns it, such as {@code T = 3: kill B}.
     *
     * @param known the branch that it leaves
     * @param inputs how many inputs it shares with that
     */
    static String of(PlayedRun known, int inputs, PlayedRun now) {
        List<Done> done = now.inputs();
        Snapshot before = inputs == 0
                ? known.history().at(0)
                : known.inputs().get(inputs - 1).after();
        if (inputs >= done.size()) {
            return format("T = %d: live", before.time());
        }
        boolean isBetweenActions = done.get(inputs).input() instanceof Input.BeginPart && inputs + 1 < done.size();
        int first = isBetweenActions ? inputs + 1 : inputs;
        Snapshot there = isBetweenActions ? done.get(inputs).after() : before;
        return format(
                "T = %d: %s",
                done.get(first).after().time(), words(done.get(first).input(), there));
    }

    private static String words(Input input, Snapshot before) {
        if (input instanceof Input.Act act) {
            return ActionText.of(act.action());
        } else if (input instanceof Input.Handle handle) {
            Optional<Message> message = before.message(handle.message());
            String what = message.map(MessageText::kind).orElse("message");
            String way = message.map(one -> " " + one.from() + " → " + one.to()).orElse("");
            return handle.action().kind().word() + " the " + what + way;
        } else if (input instanceof Input.OutsideWrite outside) {
            return "another client, " + ActionText.of(outside.write());
        } else if (input instanceof Input.Death death) {
            return death.node() + " died";
        } else if (input == Input.StepCommand.TICK) {
            return "tick";
        } else if (input == Input.StepCommand.HEAL) {
            return "heal everything";
        }
        return "on with the scenario";
    }
}

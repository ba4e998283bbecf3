package sosad.app.lab;

import sosad.app.history.HistoryEvent;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.RunRecord;
import sosad.protocol.StoreCheck;
import sosad.protocol.Update;

/**
 * The comparison of moments of a run and of its repetition on other processes: process ids and ports differ, and so do
 * the last words of a process and what a message says of the start of its node's process.
 */
final class MomentEquality {
    private MomentEquality() {}

    /** Returns whether two moments are the same but for their processes. */
    static boolean isSame(Snapshot one, Snapshot other) {
        return isSame(one.event(), other.event())
                && one.script() == other.script()
                && RunRecord.comparable(one).equals(RunRecord.comparable(other));
    }

    /** Returns whether the same happened and the same came of it, whoever did it: a hand, or a scenario. */
    static boolean isAlike(Snapshot one, Snapshot other) {
        return one.time() == other.time()
                && withoutReasons(one.what()).equals(withoutReasons(other.what()))
                && RunRecord.comparable(one).equals(RunRecord.comparable(other));
    }

    private static RunEvent withoutReasons(RunEvent event) {
        RunEvent what = withoutProcesses(event);
        if (what instanceof RunEvent.Handled handled) {
            return new RunEvent.Handled(handled.message().with(handled.message().fate(), ""), handled.handling());
        }
        return what;
    }

    private static boolean isSame(HistoryEvent one, HistoryEvent other) {
        return one.equals(other) || withoutProcesses(one).equals(withoutProcesses(other));
    }

    private static HistoryEvent withoutProcesses(HistoryEvent event) {
        return new HistoryEvent(event.id(), withoutProcesses(event.what()), event.trigger(), event.causes());
    }

    private static RunEvent withoutProcesses(RunEvent what) {
        if (what instanceof RunEvent.Died died) {
            return new RunEvent.Died(died.node(), "");
        } else if (what instanceof RunEvent.Sent sent) {
            return new RunEvent.Sent(withoutProcess(sent.message()));
        } else if (what instanceof RunEvent.Delivered delivered) {
            return new RunEvent.Delivered(
                    withoutProcess(delivered.message()), delivered.applied(), delivered.straggler());
        } else if (what instanceof RunEvent.Handled handled) {
            return new RunEvent.Handled(withoutProcess(handled.message()), handled.handling());
        } else if (what instanceof RunEvent.Split split) {
            return new RunEvent.Split(withoutProcess(split.message()), withoutProcess(split.copy()));
        } else if (what instanceof RunEvent.Reordered moved) {
            return new RunEvent.Reordered(withoutProcess(moved.message()), moved.place(), moved.of());
        }
        return what;
    }

    private static Message withoutProcess(Message message) {
        return message.update()
                .map(update -> message.withContent(withoutProcess(update)))
                .orElse(message);
    }

    private static Update withoutProcess(Update update) {
        return new Update(
                update.from(),
                update.to(),
                update.kind(),
                update.storeId(),
                update.now(),
                update.prev(),
                update.stamp(),
                update.changes(),
                update.receipts(),
                StoreCheck.NOTHING);
    }
}

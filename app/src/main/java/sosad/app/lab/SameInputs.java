package sosad.app.lab;

import static sosad.model.PlainFormat.format;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.history.text.MessageText;
import sosad.app.lab.step.Input;
import sosad.app.lab.step.RunRecord.Done;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.ScenarioWriter;

/**
 * The inputs of a run, given to a run of the same scenario under other rules. Its nodes may send fewer messages or
 * others, so a message is meant by its link, its kind and its place among its like, and deliveries go on until what was
 * delivered then is delivered.
 */
final class SameInputs {
    private final StepRun run;
    private final TreeMap<Integer, String> missing = new TreeMap<>();

    private SameInputs(StepRun run) {
        this.run = run;
    }

    /**
     * Repeats them. Gives what could not be repeated, and why, in the order of the run.
     *
     * @param run the other run, at its start
     * @param before the history of the run in which they were done
     * @param after gives the history of the other run
     */
    static List<String> repeat(StepRun run, History before, List<Done> inputs, Supplier<History> after) {
        SameInputs same = new SameInputs(run);
        Snapshot then = before.at(0);
        for (Done done : inputs) {
            same.repeat(then, done);
            then = done.after();
        }
        same.addFailures(before, after.get());
        return List.copyOf(same.missing.values());
    }

    private void repeat(Snapshot then, Done done) {
        if (done.input() == Input.StepCommand.DELIVER_NEXT) {
            deliver(then, done.after());
        } else if (done.input() instanceof Input.Handle handle) {
            Optional<Message> meant = then.message(handle.message());
            Optional<Message> same = meant.flatMap(message -> counterpart(then, message));
            if (same.isPresent()) {
                take(new Input.Handle(same.get().id(), handle.action()), done.after());
            } else {
                meant.ifPresent(message -> note(format(
                        "%s the %s from %s to %s: it was not sent",
                        handle.action().kind().word(), MessageText.kind(message), message.from(), message.to())));
            }
        } else {
            take(done.input(), done.after());
        }
    }

    /** Does the same; what fails after it has begun is in the history. */
    private void take(Input input, Snapshot after) {
        int before = run.present().index();
        try {
            run.take(input);
        } catch (ActionFailure e) {
            if (run.present().index() == before && !(after.what() instanceof RunEvent.Failed)) {
                note(e.getMessage());
            }
        }
    }

    private void note(String what) {
        String words = format("T = %d, %s", run.present().time(), what);
        missing.merge(run.present().index(), words, (one, other) -> one + "; " + other);
    }

    private void deliver(Snapshot then, Snapshot after) {
        if (after.phase() == Phase.DELIVERED) {
            run.finishStep();
        } else if (after.actionsLeft() < then.actionsLeft()) {
            run.deliverNext();
        } else if (!then.queue().isEmpty()) {
            then.message(then.queue().get(0))
                    .flatMap(message -> counterpart(then, message))
                    .map(Message::id)
                    .ifPresent(this::deliver);
        }
    }

    private void deliver(long message) {
        while (run.present().queue().contains(message) && run.deliverNext()) {
            // deliverNext does the work
        }
    }

    /** Returns the message of this run that stands where this one stood. */
    private Optional<Message> counterpart(Snapshot then, Message message) {
        int place = alike(then, message).indexOf(message);
        List<Message> here = alike(run.present(), message);
        return place < here.size() ? Optional.of(here.get(place)) : Optional.empty();
    }

    private static List<Message> alike(Snapshot snapshot, Message message) {
        return snapshot.messages().stream()
                .filter(one -> one.from().equals(message.from())
                        && one.to().equals(message.to())
                        && one.kind() == message.kind()
                        && one.step() == message.step())
                .toList();
    }

    private void addFailures(History before, History after) {
        Set<String> known = new HashSet<>();
        before.snapshots().forEach(snapshot -> failure(snapshot).ifPresent(known::add));
        for (Snapshot snapshot : after.snapshots()) {
            failure(snapshot)
                    .filter(words -> !known.contains(words))
                    .ifPresent(words -> missing.merge(snapshot.index(), words, (one, other) -> one + "; " + other));
        }
    }

    private static Optional<String> failure(Snapshot snapshot) {
        return snapshot.what() instanceof RunEvent.Failed failed
                ? Optional.of(format(
                        "T = %d, %s: %s", snapshot.time(), ScenarioWriter.line(failed.action()), failed.reason()))
                : Optional.empty();
    }
}

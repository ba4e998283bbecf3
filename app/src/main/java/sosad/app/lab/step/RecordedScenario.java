package sosad.app.lab.step;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sosad.app.history.ClientRead;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.MessageState;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.protocol.Reads.ReadMode;

/**
 * Writes down a run as a scenario that does the same: what its own scenario did, and what was done by hand, in the
 * words of a file. Messages are named by their places, and each of several copies is named by itself.
 */
public final class RecordedScenario {
    private final Scenario scenario;
    private final List<Draft> steps = new ArrayList<>();
    private final List<Action> beforeAll = new ArrayList<>();
    private final List<String> unsaid = new ArrayList<>();
    private final MessageOrders orders = new MessageOrders();
    private final History history;
    private Snapshot before;

    /**
     * A run in the words of a file.
     *
     * @param scenario does the same
     * @param unsaid what was done that a file has no words for, in words
     */
    public record Recorded(Scenario scenario, List<String> unsaid) {}

    /** A delivery is only said where something comes after it that might otherwise come first. */
    private record Line(Action action, boolean isCourse) {}

    private static final class Draft {
        final long time;
        final Optional<Step> from;
        final List<Action> actions = new ArrayList<>();
        final Deque<Action> script = new ArrayDeque<>();
        final List<Line> inFlight = new ArrayList<>();
        boolean reordered;

        Draft(long time, Optional<Step> from) {
            this.time = time;
            this.from = from;
            from.ifPresent(step -> {
                actions.addAll(step.actions());
                script.addAll(step.inFlight());
            });
        }

        Step step() {
            List<Line> said = new ArrayList<>(inFlight);
            while (!reordered && !said.isEmpty() && said.get(said.size() - 1).isCourse()) {
                said.remove(said.size() - 1);
            }
            List<Action> lines = new ArrayList<>(said.stream().map(Line::action).toList());
            lines.addAll(script);
            return new Step(
                    time,
                    from.map(Step::title).orElse(Optional.of("By hand")),
                    from.flatMap(Step::before),
                    from.flatMap(Step::say),
                    actions,
                    lines);
        }
    }

    private RecordedScenario(Scenario scenario, History history) {
        this.scenario = scenario;
        this.history = history;
        this.before = history.at(0);
    }

    /**
     * Returns a run so far.
     *
     * @param history all that came of it, from the scenario's start on
     */
    public static Recorded of(Scenario scenario, History history, List<RunRecord.Done> inputs) {
        RecordedScenario recorded = new RecordedScenario(scenario, history);
        inputs.forEach(recorded::add);
        return recorded.recorded();
    }

    private Recorded recorded() {
        if (!beforeAll.isEmpty()) {
            Draft only = new Draft(before.time() + 1, Optional.empty());
            only.actions.addAll(beforeAll(only.time));
            steps.add(only);
        }
        List<Step> played = steps.stream().map(Draft::step).toList();
        String title = played.equals(scenario.steps()) ? scenario.title() : scenario.title() + ", as played";
        return new Recorded(new Scenario(title, scenario.about(), scenario.cluster(), played), List.copyOf(unsaid));
    }

    /** Returns what was done before the first step; what was written then has the start's timestamp. */
    private List<Action> beforeAll(long time) {
        long behind = scenario.cluster().rules().startTime() - time;
        return beforeAll.stream()
                .flatMap(action -> writer(action)
                        .map(node -> Stream.of(new Action.Skew(node, behind), action, new Action.Skew(node, 0)))
                        .orElseGet(() -> Stream.of(action)))
                .toList();
    }

    private static Optional<NodeId> writer(Action action) {
        if (action instanceof Action.Put put) {
            return Optional.of(put.access().name());
        }
        return action instanceof Action.Delete delete
                ? Optional.of(delete.access().name())
                : Optional.empty();
    }

    private void add(RunRecord.Done done) {
        Snapshot after = done.after();
        if (after.step() > before.step()) {
            Optional<Step> scripted = after.begun() > before.begun()
                    ? Optional.of(begun(scenario.steps().get(before.begun()), done.input(), orders))
                    : Optional.empty();
            Draft draft = new Draft(after.time(), scripted);
            draft.actions.addAll(0, beforeAll(draft.time));
            beforeAll.clear();
            steps.add(draft);
        }
        say(done.input(), after);
        for (int i = before.index() + 1; i <= after.index(); i++) {
            orders.follow(history.at(i));
        }
        before = after;
    }

    /** Returns the step as it was begun: if something came in between, the rest of its actions is in flight. */
    private static Step begun(Step step, Input input, MessageOrders orders) {
        List<Action> all = step.actions();
        int count = input instanceof Input.BeginPart part ? part.actions() : all.size();
        List<Action> inFlight = new ArrayList<>(all.subList(count, all.size()));
        inFlight.addAll(step.inFlight());
        List<Action> begun = orders.inFile(all.subList(0, count), true, List.of());
        return new Step(step.time(), step.title(), step.before(), step.say(), begun, inFlight);
    }

    private void say(Input input, Snapshot after) {
        if (input instanceof Input.Act act) {
            boolean opens = after.step() > before.step();
            orders.inFile(List.of(act.action()), opens, before.queue()).forEach(action -> byHand(action, after));
        } else if (input instanceof Input.Handle handle) {
            before.message(handle.message()).ifPresent(message -> {
                handled(message, handle.action());
                if (handle.action().kind() == MessageAction.Kind.DELIVER && isLateQuestion(message)) {
                    unsaid.add("a delivery from %s to a read that had failed by then".formatted(link(message)));
                }
            });
        } else if (input instanceof Input.OutsideWrite write) {
            byHand(write.write(), after);
        } else if (input instanceof Input.Death death) {
            byHand(new Action.Kill(death.node()), after);
        } else if (input == Input.StepCommand.HEAL) {
            Healing.of(before).forEach(cure -> byHand(cure, after));
        } else if (input == Input.StepCommand.DELIVER_NEXT) {
            delivered();
        }
    }

    /** What opens a step of its own begins it; before the first step it stands in that. */
    private void byHand(Action action, Snapshot after) {
        if (steps.isEmpty()) {
            beforeAll.add(action);
            return;
        }
        Draft draft = last();
        boolean opened = after.step() > before.step();
        if (action instanceof Action.Handle) {
            draft.inFlight.add(new Line(action, false));
        } else if (opened || (draft.from.isEmpty() && draft.inFlight.isEmpty() && before.phase() != Phase.DELIVERED)) {
            draft.actions.add(action);
        } else {
            draft.inFlight.add(new Line(action, false));
        }
    }

    private Draft last() {
        return steps.get(steps.size() - 1);
    }

    private void delivered() {
        Draft draft = last();
        if (!draft.script.isEmpty()) {
            orders.inFile(List.of(draft.script.remove()), false, before.queue())
                    .forEach(action -> draft.inFlight.add(new Line(action, false)));
        } else if (!before.queue().isEmpty()) {
            Message message = before.message(before.queue().get(0)).orElseThrow();
            repeat(
                    message.copies(),
                    new Action.Handle(link(message), orders.place(link(message), message), MessageAction.DELIVER),
                    true);
        }
    }

    private void repeat(int times, Action action, boolean isCourse) {
        for (int i = 0; i < times; i++) {
            last().inFlight.add(new Line(action, isCourse));
        }
    }

    private static Link link(Message message) {
        return new Link(message.from(), message.to());
    }

    /** In the file it is delivered before the step ends, and so before its read is given up. */
    private boolean isLateQuestion(Message message) {
        return before.phase() == Phase.DELIVERED
                && message.inquiry()
                        .filter(inquiry -> before.reads().stream()
                                .anyMatch(read -> read.key().equals(inquiry.key())
                                        && read.mode() != ReadMode.LOCAL
                                        && read.answer() instanceof ClientRead.Answer.Failed))
                        .isPresent();
    }

    private void handled(Message message, MessageAction action) {
        switch (message.fate()) {
            case IN_FLIGHT, LOST -> handled(message, action, MessageState.IN_FLIGHT);
            case HELD -> held(message, action);
            case WAITING -> handled(message, action, MessageState.WAITING);
            case DELIVERED, DISCARDED ->
                unsaid.add("%s of a message from %s that is %s"
                        .formatted(action.kind().word(), link(message), EnumNames.of(message.fate())));
        }
    }

    /** What takes each copy away leaves the next one in its place. */
    private void handled(Message message, MessageAction action, MessageState state) {
        Link link = link(message);
        int place = action.kind() == MessageAction.Kind.REORDER ? 1 : orders.place(link, message);
        switch (action.kind()) {
            case REORDER -> last().reordered = true;
            case DELIVER, LOSE, HOLD, DELAY, RESTORE ->
                repeat(message.copies(), new Action.Handle(link, place, action, state), false);
            case TRIM -> {
                for (int i = 0; i < message.copies(); i++) {
                    repeat(1, new Action.Handle(link, place + i, action, state), false);
                }
            }
            case DUPLICATE, CORRUPT -> repeat(1, new Action.Handle(link, place, action, state), false);
        }
    }

    private void held(Message message, MessageAction action) {
        Link link = link(message);
        int place = orders.heldPlace(link, message);
        int parts = orders.parts(message.id());
        switch (action.kind()) {
            case DELIVER -> {
                repeat(parts, new Action.Deliver(link, place), false);
                if (isOpen(link)) { // by hand it is delivered at once, and not behind what is in flight
                    boolean isCourse = before.queue().isEmpty();
                    repeat(message.copies(), new Action.Handle(link, orders.inFlightOn(link) + 1, action), isCourse);
                }
            }
            case LOSE -> repeat(parts, new Action.Discard(link, place), false);
            case TRIM -> {
                for (int i = 0; i < parts; i++) {
                    repeat(1, new Action.Trim(link, place + i, ((MessageAction.Trim) action).keys()), false);
                }
            }
            default -> handled(message, action, MessageState.HELD);
        }
    }

    private boolean isOpen(Link link) {
        return !before.cut().contains(link) && before.node(link.to()).status() == Status.UP;
    }
}

package sosad.app.lab.step;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.model.Link;
import sosad.protocol.EnumNames;

/**
 * Writes down a run as a scenario that does the same: what its own scenario did, and what was done by hand, in the
 * words of a file. Messages are named by their places, and each of several copies is named by itself.
 */
public final class RecordedScenario {
    private final Scenario scenario;
    private final List<Draft> steps = new ArrayList<>();
    private final List<Action> beforeAll = new ArrayList<>();
    private final List<String> unsaid = new ArrayList<>();
    private final List<Long> queue = new ArrayList<>();
    private final List<Long> held = new ArrayList<>();
    private final List<Long> lost = new ArrayList<>();

    /** The messages whose copies are held one by one in the file, and how many they are. */
    private final Map<Long, Integer> heldApart = new HashMap<>();

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

    private RecordedScenario(Scenario scenario, Snapshot start) {
        this.scenario = scenario;
        this.before = start;
    }

    /**
     * Returns a run so far.
     *
     * @param start what the cluster was like before the first input
     */
    public static Recorded of(Scenario scenario, Snapshot start, List<RunRecord.Done> inputs) {
        RecordedScenario recorded = new RecordedScenario(scenario, start);
        inputs.forEach(recorded::add);
        return recorded.recorded();
    }

    private Recorded recorded() {
        if (!beforeAll.isEmpty()) {
            Draft only = new Draft(before.time() + 1, Optional.empty());
            only.actions.addAll(beforeAll);
            steps.add(only);
        }
        List<Step> played = steps.stream().map(Draft::step).toList();
        String title = played.equals(scenario.steps()) ? scenario.title() : scenario.title() + ", as played";
        return new Recorded(new Scenario(title, scenario.about(), scenario.cluster(), played), List.copyOf(unsaid));
    }

    private void add(RunRecord.Done done) {
        Snapshot after = done.after();
        if (after.step() > before.step()) {
            Optional<Step> scripted = after.begun() > before.begun()
                    ? Optional.of(begun(scenario.steps().get(before.begun()), done.input()))
                    : Optional.empty();
            Draft draft = new Draft(after.time(), scripted);
            draft.actions.addAll(0, beforeAll);
            beforeAll.clear();
            steps.add(draft);
            lost.clear();
        }
        say(done.input(), after);
        follow(after);
        before = after;
    }

    /** Returns the step as it was begun: if something came in between, the rest of its actions is in flight. */
    private static Step begun(Step step, Input input) {
        if (!(input instanceof Input.BeginPart part)) {
            return step;
        }
        List<Action> all = step.actions();
        List<Action> inFlight = new ArrayList<>(all.subList(part.actions(), all.size()));
        inFlight.addAll(step.inFlight());
        return new Step(step.time(), step.title(), step.before(), step.say(), all.subList(0, part.actions()), inFlight);
    }

    private void say(Input input, Snapshot after) {
        if (input instanceof Input.Act act) {
            byHand(act.action(), after);
        } else if (input instanceof Input.Handle handle) {
            before.message(handle.message()).ifPresent(message -> handled(message, handle.action()));
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
            draft.inFlight.add(new Line(draft.script.remove(), false));
        } else if (!before.queue().isEmpty()) {
            Message message = before.message(before.queue().get(0)).orElseThrow();
            repeat(
                    message.copies(),
                    new Action.Handle(link(message), place(queue, message), MessageAction.DELIVER),
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

    /** Returns the place, from 1, of the first copy among all copies on its link. */
    private int place(List<Long> all, Message message) {
        int place = 1;
        for (long id : all) {
            if (id == message.id()) {
                break;
            }
            Message other = before.message(id).orElseThrow();
            if (other.isOn(link(message))) {
                place += all == held ? heldApart.getOrDefault(id, 1) : other.copies();
            }
        }
        return place;
    }

    private void handled(Message message, MessageAction action) {
        switch (message.fate()) {
            case IN_FLIGHT -> inFlight(message, action);
            case HELD -> held(message, action);
            case LOST ->
                repeat(message.copies(), new Action.Handle(link(message), place(lost, message), action), false);
            case WAITING, DELIVERED, DISCARDED -> cannotSay(message, action);
        }
    }

    private void cannotSay(Message message, MessageAction action) {
        unsaid.add("%s of a message from %s that is %s"
                .formatted(action.kind().word(), link(message), EnumNames.of(message.fate())));
    }

    private void inFlight(Message message, MessageAction action) {
        Link link = link(message);
        int place = place(queue, message);
        switch (action.kind()) {
            case REORDER -> last().reordered = true;
            case DELIVER, LOSE, HOLD, DELAY -> {
                repeat(message.copies(), new Action.Handle(link, place, action), false);
                heldApart.put(message.id(), message.copies());
            }
            case TRIM -> {
                for (int i = 0; i < message.copies(); i++) {
                    repeat(1, new Action.Handle(link, place + i, action), false);
                }
            }
            case DUPLICATE, CORRUPT, RESTORE -> repeat(1, new Action.Handle(link, place, action), false);
        }
    }

    private void held(Message message, MessageAction action) {
        Link link = link(message);
        int place = place(held, message);
        int units = heldApart.getOrDefault(message.id(), 1);
        switch (action.kind()) {
            case DELIVER -> {
                repeat(units, new Action.Deliver(link, place), false);
                if (isOpen(link)) { // by hand it is delivered at once, and not behind what is in flight
                    repeat(message.copies(), new Action.Handle(link, inFlightOn(link) + 1, action), false);
                }
            }
            case LOSE -> repeat(units, new Action.Discard(link, place), false);
            case TRIM -> {
                for (int i = 0; i < units; i++) {
                    repeat(1, new Action.Trim(link, place + i, ((MessageAction.Trim) action).keys()), false);
                }
            }
            default -> cannotSay(message, action);
        }
    }

    private boolean isOpen(Link link) {
        return !before.cut().contains(link) && before.node(link.to()).status() == Status.UP;
    }

    private int inFlightOn(Link link) {
        return queue.stream()
                .flatMap(id -> before.message(id).stream())
                .filter(message -> message.isOn(link))
                .mapToInt(Message::copies)
                .sum();
    }

    /** Keeps the orders in which the file's run has its messages. */
    private void follow(Snapshot after) {
        Set<Long> inQueue = new HashSet<>(after.queue());
        queue.retainAll(inQueue);
        after.queue().stream().filter(id -> !queue.contains(id)).forEach(queue::add);
        follow(held, after, Fate.HELD);
        follow(lost, after, Fate.LOST);
        heldApart.keySet().retainAll(new HashSet<>(held));
    }

    private static void follow(List<Long> ids, Snapshot after, Fate fate) {
        List<Long> now = after.messages().stream()
                .filter(message -> message.fate() == fate)
                .map(Message::id)
                .toList();
        ids.retainAll(new HashSet<>(now));
        now.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    }
}

package sosad.app.explain.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.explain.change.PlainRun.SentMessage;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Player;
import sosad.app.scenario.Action;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.MessageState;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Update;

/**
 * Translates a run into plain words, by playing it: what a gateway passed on was asked of the node it chose, what a
 * standing rule did to a message is a fate of that message, what was delayed by its sender was held and then released,
 * and what failed was not done.
 */
final class Translation {
    private static final int NONE = -1;

    private final Scenario scenario;
    private final Player player;
    private final List<Snapshot> told = new ArrayList<>();
    private final MessagePlaces places = new MessagePlaces();
    private final Map<MessageRef, SentMessage> sent = new HashMap<>();
    private final Set<MessageRef> delayed = new HashSet<>();
    private final List<PlainStep> steps = new ArrayList<>();

    private final List<PlainAction> actions = new ArrayList<>();
    private final List<PlainAction> inFlight = new ArrayList<>();
    private final List<PlainAction> course = new ArrayList<>();
    private final List<MessageRef> sentInStep = new ArrayList<>();
    private final ParkedHandling parked = new ParkedHandling(steps, actions, inFlight, delayed, this::nextId);

    private int followed;
    private int ids;
    private int current = NONE;

    private Translation(Scenario scenario) {
        this.scenario = scenario;
        ClusterPlan plan = scenario.cluster();
        SimulatedCluster cluster = new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames());
        cluster.startAll();
        this.player = new Player(scenario, cluster, told::add);
    }

    static PlainRun of(Scenario scenario) {
        Translation translation = new Translation(scenario);
        scenario.steps().forEach(translation::play);
        ClusterPlan plan = scenario.cluster();
        return new PlainRun(
                scenario.title(),
                new ClusterPlan(plan.nodes(), plan.rules(), plan.store(), 0),
                translation.steps,
                translation.sent,
                translation.held());
    }

    private List<MessageRef> held() {
        return player.present().messages().stream()
                .filter(message -> message.fate() == Fate.HELD)
                .flatMap(message -> places.name(message.id()).stream())
                .distinct()
                .toList();
    }

    private void play(Step step) {
        actions.clear();
        inFlight.clear();
        course.clear();
        sentInStep.clear();
        player.openStep();
        events().forEach(this::released);
        for (Action action : step.actions()) {
            perform(action, player::actNext, actions);
        }
        player.actNext();
        events();
        for (Action action : step.inFlight()) {
            perform(action, player::deliverNext, inFlight);
        }
        while (player.present().phase() == Phase.IN_FLIGHT) {
            deliver();
        }
        steps.add(new PlainStep(player.present().time(), step.title(), actions, inFlight, course));
    }

    /** Returns what has happened since this was asked last. */
    private List<Snapshot> events() {
        List<Snapshot> fresh = List.copyOf(told.subList(followed, told.size()));
        followed = told.size();
        fresh.forEach(event -> places.follow(event, current));
        return fresh;
    }

    private int nextId() {
        return ++ids;
    }

    private int firstEvent() {
        return told.size();
    }

    /** What was delayed by its sender, which plain words only hold, goes on by itself when a step opens. */
    private void released(Snapshot event) {
        if (event.what() instanceof RunEvent.Handled handled && handled.handling() != Handling.REFUSED) {
            places.name(handled.message().id())
                    .filter(delayed::remove)
                    .ifPresent(name -> actions.add(new PlainAction(
                            ++ids, new Action.Deliver(link(handled.message()), 1), Optional.of(name), event.index())));
        }
    }

    private static Link link(Message message) {
        return new Link(message.from(), message.to());
    }

    private void perform(Action action, Runnable work, List<PlainAction> into) {
        Snapshot before = player.present();
        Optional<MessageRef> meant = PlainAction.isToMessage(action) ? places.meant(before, action) : Optional.empty();
        int event = firstEvent();
        current = ++ids;
        work.run();
        List<Snapshot> came = events();
        current = NONE;
        boolean failed = came.stream().anyMatch(one -> one.what() instanceof RunEvent.Failed);
        if (!failed) {
            came.forEach(this::noteSent);
            if (action instanceof Action.Handle handle && handle.state() != MessageState.IN_FLIGHT) {
                meant.ifPresent(name -> handleParked(handle, name.withCopy(0), before, event));
                return;
            }
            plain(action, before, came)
                    .filter(plain -> meant.isPresent() == PlainAction.isToMessage(plain))
                    .ifPresent(plain -> into.add(new PlainAction(ids, plain, meant, event)));
            came.forEach(one -> doneInFlight(action, before, one));
        }
    }

    private void handleParked(Action.Handle handle, MessageRef name, Snapshot before, int event) {
        Fate fate = handle.state() == MessageState.HELD ? Fate.HELD : Fate.WAITING;
        Link link = handle.link();
        boolean arrives = !before.cut().contains(link) && before.node(link.to()).status() == Status.UP;
        before.messages().stream()
                .filter(message -> message.fate() == fate)
                .filter(message -> places.name(message.id()).equals(Optional.of(name)))
                .findFirst()
                .ifPresent(message -> parked.say(handle, message, name, arrives, event));
    }

    private void noteSent(Snapshot event) {
        if (event.what() instanceof RunEvent.Sent fresh
                && fresh.message().update().isPresent()) {
            Update update = fresh.message().update().get();
            List<MessageRef> alike = sentInStep.stream()
                    .filter(name -> isAlike(sent.get(name).update(), update))
                    .toList();
            alike.forEach(name -> sent.computeIfPresent(
                    name, (same, one) -> new SentMessage(one.update(), one.step(), one.event(), one.ordinal(), false)));
            MessageRef name = places.name(fresh.message().id()).orElseThrow();
            sent.put(name, new SentMessage(update, steps.size(), event.index(), alike.size() + 1, alike.isEmpty()));
            sentInStep.add(name);
        }
    }

    private static boolean isAlike(Update one, Update other) {
        return one.from().equals(other.from()) && one.to().equals(other.to()) && one.kind() == other.kind();
    }

    /** Returns the action in plain words; empty if it has no effect, or none that they have words for. */
    private Optional<Action> plain(Action action, Snapshot before, List<Snapshot> came) {
        if (action instanceof Action.Put put) {
            return writer(came).map(node -> new Action.Put(node, put.key(), put.value()));
        } else if (action instanceof Action.Delete delete) {
            return writer(came).map(node -> new Action.Delete(node, delete.key()));
        } else if (action instanceof Action.Get get) {
            return reader(came).map(node -> new Action.Get(node, get.key(), ReadMode.LOCAL, get.expected()));
        } else if (action instanceof Action.Push push) {
            return Optional.of(new Action.Push(push.from(), push.to(), fates(before, came)));
        } else if (action instanceof Action.Sync sync) {
            return Optional.of(new Action.Sync(sync.from(), sync.to(), sync.keys(), fates(before, came)));
        } else if (action instanceof Action.Kill kill) {
            return Optional.of(action).filter(same -> isNode(kill.node()));
        } else if (action instanceof Action.Start start) {
            return Optional.of(action).filter(same -> isNode(start.node()));
        }
        boolean isOurs = action instanceof Action.SetRule || action instanceof Action.EndRule;
        return Optional.of(action).filter(same -> !isOurs);
    }

    private boolean isNode(NodeId process) {
        return scenario.cluster().nodes().contains(process);
    }

    private static Optional<NodeId> writer(List<Snapshot> came) {
        return came.stream()
                .filter(event -> event.what() instanceof RunEvent.Wrote)
                .map(event -> ((RunEvent.Wrote) event.what()).node())
                .findFirst();
    }

    private static Optional<NodeId> reader(List<Snapshot> came) {
        return came.stream()
                .filter(event -> event.what() instanceof RunEvent.Read read && read.mode() == ReadMode.LOCAL)
                .map(event -> ((RunEvent.Read) event.what()).node())
                .findFirst();
    }

    /** What became of the messages as they were sent, be it by the action itself or by a standing rule. */
    private Fates fates(Snapshot before, List<Snapshot> came) {
        Set<NodeId> lose = new HashSet<>();
        Set<NodeId> hold = new HashSet<>();
        Set<NodeId> duplicate = new HashSet<>();
        for (Snapshot event : came) {
            if (event.what() instanceof RunEvent.Sent fresh) {
                Message message = fresh.message();
                if (message.fate() == Fate.HELD) {
                    hold.add(message.to());
                    noteDelay(message);
                } else if (message.fate() == Fate.LOST ? canPass(before, message) : isLostWaiting(message)) {
                    lose.add(message.to());
                } else if (message.copies() > 1) {
                    duplicate.add(message.to());
                }
            }
        }
        return new Fates(lose, hold, duplicate);
    }

    /** What waits for a paused node cannot be corrupted in flight. */
    private static boolean isLostWaiting(Message message) {
        return message.corrupt() && message.copies() == 1 && message.fate() == Fate.WAITING;
    }

    private void noteDelay(Message message) {
        if (message.isDelayed()) {
            places.name(message.id()).ifPresent(delayed::add);
        }
    }

    private static boolean canPass(Snapshot before, Message message) {
        return !before.cut().contains(link(message))
                && before.node(message.to()).status() != Status.DEAD;
    }

    /** What an action says of its messages in no plain words is done in flight. */
    private void doneInFlight(Action action, Snapshot before, Snapshot event) {
        if (!(event.what() instanceof RunEvent.Sent fresh)) {
            return;
        }
        Message message = fresh.message();
        if (message.corrupt() && message.fate() == Fate.IN_FLIGHT) {
            handle(message, MessageAction.CORRUPT, event);
        } else if (action instanceof Action.Start && message.fate() == Fate.HELD) {
            noteDelay(message);
            handle(message, MessageAction.HOLD, event);
        } else if (action instanceof Action.Start && message.fate() == Fate.LOST && canPass(before, message)) {
            handle(message, MessageAction.LOSE, event);
        }
    }

    private void handle(Message message, MessageAction handling, Snapshot event) {
        Action handle = new Action.Handle(link(message), 1, handling);
        places.name(message.id())
                .ifPresent(name -> inFlight.add(new PlainAction(++ids, handle, Optional.of(name), event.index())));
    }

    private void deliver() {
        Snapshot before = player.present();
        int event = firstEvent();
        player.deliverNext();
        events();
        if (before.queue().isEmpty()) {
            return;
        }
        Message message = before.message(before.queue().get(0)).orElseThrow();
        Optional<MessageRef> name = places.name(message.id());
        for (int copy = 0; name.isPresent() && copy < message.copies(); copy++) {
            course.add(new PlainAction(++ids, new Action.Handle(link(message), 1, MessageAction.DELIVER), name, event));
        }
    }
}

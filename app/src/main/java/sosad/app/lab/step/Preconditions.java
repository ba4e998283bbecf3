package sosad.app.lab.step;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import sosad.app.history.Fate;
import sosad.app.history.GatewayState;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.MessageState;
import sosad.model.ByType;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;

/**
 * The preconditions of actions on a cluster in its present state: one answer for the lab, the API and the window's
 * buttons. What only a node can know, such as a disk that fails, shows when it is done; and so does which of several
 * messages that are parked on a link an action is about.
 */
public final class Preconditions {
    private static final Optional<String> MET = Optional.empty();
    private static final String GONE = "the message is no longer under way";

    private static final ByType<Action, Function<Preconditions, Optional<String>>> ACTIONS = new ByType<
                    Action, Function<Preconditions, Optional<String>>>()
            .on(Action.Put.class, put -> here -> here.unmet(put.access()))
            .on(Action.Delete.class, delete -> here -> here.unmet(delete.access()))
            .on(Action.Get.class, get -> here -> here.unmet(get.access()))
            .on(Action.Push.class, push -> here -> here.unless(push.from(), Status.UP))
            .on(Action.Sync.class, sync -> here -> here.unless(sync.from(), Status.UP))
            .on(Action.Deliver.class, deliver -> here -> here.unlessHeld(deliver.link(), deliver.nth()))
            .on(Action.Discard.class, discard -> here -> here.unlessHeld(discard.link(), discard.nth()))
            .on(Action.Trim.class, trim -> here -> here.unlessHeld(trim.link(), trim.nth()))
            .on(Action.Handle.class, handle -> here -> here.handle(handle))
            .on(Action.Kill.class, kill -> here -> here.kill(kill))
            .on(Action.Start.class, start -> here -> here.start(start))
            .on(Action.Pause.class, pause -> here -> here.pause(pause))
            .on(Action.Resume.class, resume -> here -> here.unless(resume.node(), Status.PAUSED))
            .on(Action.Cut.class, cut -> here -> MET)
            .on(Action.Mend.class, mend -> here -> MET)
            .on(Action.SetRule.class, set -> Preconditions::setRule)
            .on(Action.EndRule.class, end -> here -> here.endRule(end))
            .on(Action.Skew.class, skew -> here -> MET)
            .on(Action.Expect.class, expect -> here -> MET)
            .all(Action.class);

    private final Snapshot snapshot;

    private Preconditions(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Returns why {@code action} cannot be carried out at this moment; empty if it can. */
    public static Optional<String> unmet(Snapshot snapshot, Action action) {
        return ACTIONS.of(action).apply(new Preconditions(snapshot));
    }

    /** Returns why {@code action} cannot be done to the message with this number; empty if it can. */
    public static Optional<String> unmet(Snapshot snapshot, long id, MessageAction action) {
        Optional<String> unmet = snapshot.message(id)
                .map(message -> unmet(snapshot, message, action.kind()))
                .orElse(why(GONE));
        int places = snapshot.queue().size();
        if (unmet.isEmpty()
                && action instanceof MessageAction.Reorder reorder
                && (reorder.place() < 1 || reorder.place() > places)) {
            return why("place %d: it must be from 1 to %d", reorder.place(), places);
        }
        return unmet;
    }

    /** Returns why nothing of this kind can be done to a message of this moment; empty if it can. */
    public static Optional<String> unmet(Snapshot snapshot, Message message, MessageAction.Kind kind) {
        if (kind == MessageAction.Kind.RESTORE) {
            return message.fate() != Fate.LOST
                    ? why("the message is not lost")
                    : snapshot.phase() == Phase.IN_FLIGHT ? MET : why("the step in which the message was lost is over");
        }
        if (message.fate().isFinal()) {
            return why(GONE);
        }
        return switch (kind) {
            case DELIVER -> message.fate() == Fate.WAITING ? Optional.of(message.why()) : MET;
            case DUPLICATE ->
                message.copies() < Traffic.MAX_COPIES
                        ? MET
                        : why("a message can be delivered at most %d times", Traffic.MAX_COPIES);
            case HOLD -> message.fate() == Fate.HELD && !message.isDelayed() ? why("the message is held already") : MET;
            case CORRUPT -> message.corrupt() ? why("the message is corrupt already") : MET;
            case REORDER ->
                message.fate() == Fate.IN_FLIGHT
                        ? MET
                        : why("the message is not in flight, so it has no place in the order of delivery");
            case TRIM -> message.update().isPresent() ? MET : why("it is no update, so it has no changes to take out");
            case LOSE, DELAY, RESTORE -> MET;
        };
    }

    private Optional<String> unmet(Access access) {
        NodeId name = access.name();
        if (!access.viaGateway()) {
            return unless(name, Status.UP);
        }
        if (snapshot.nodes().stream().noneMatch(node -> node.status() == Status.UP)) {
            return unlessGateway(name, true).or(() -> why("no node is running that %s could ask", name));
        }
        return unlessGateway(name, true);
    }

    private List<Message> held(Link link) {
        return snapshot.messages().stream()
                .filter(message -> message.fate() == Fate.HELD && message.isOn(link))
                .toList();
    }

    private Optional<String> unlessHeld(Link link, int nth) {
        long held = held(link).size();
        return nth <= held ? MET : tooFew(held, "held", link);
    }

    private static Optional<String> tooFew(long count, String state, Link link) {
        return count == 0
                ? why("no message is %s from %s", state, link)
                : why("only %d of the messages from %s are %s", count, link, state);
    }

    private Optional<String> handle(Action.Handle handle) {
        MessageAction.Kind kind = handle.action().kind();
        boolean restores = kind == MessageAction.Kind.RESTORE;
        int place = handle.nth();
        for (Message message : restores ? lost() : in(handle.state())) {
            if (message.isOn(handle.link())) {
                if (place <= message.copies()) {
                    boolean mayFail = restores
                            || kind == MessageAction.Kind.TRIM
                            || (kind == MessageAction.Kind.CORRUPT && place == 1);
                    return mayFail && handle.state() == MessageState.IN_FLIGHT ? unmet(snapshot, message, kind) : MET;
                }
                place -= message.copies();
            }
        }
        String state = restores ? "lost" : EnumNames.of(handle.state()).replace('-', ' ');
        return tooFew(handle.nth() - place, state, handle.link());
    }

    private List<Message> in(MessageState state) {
        Fate fate =
                switch (state) {
                    case IN_FLIGHT -> Fate.IN_FLIGHT;
                    case HELD -> Fate.HELD;
                    case WAITING -> Fate.WAITING;
                };
        return state == MessageState.IN_FLIGHT
                ? inFlight()
                : snapshot.messages().stream()
                        .filter(message -> message.fate() == fate)
                        .toList();
    }

    private List<Message> inFlight() {
        return snapshot.queue().stream()
                .flatMap(id -> snapshot.message(id).stream())
                .toList();
    }

    private List<Message> lost() {
        return snapshot.messages().stream()
                .filter(message -> message.fate() == Fate.LOST)
                .toList();
    }

    private Optional<String> kill(Action.Kill kill) {
        if (isGateway(kill.node())) {
            return unlessGateway(kill.node(), true);
        }
        return snapshot.hasProcess(kill.node()) ? MET : why("%s is dead already", kill.node());
    }

    private Optional<String> start(Action.Start start) {
        return isGateway(start.node()) ? unlessGateway(start.node(), false) : unless(start.node(), Status.DEAD);
    }

    private Optional<String> pause(Action.Pause pause) {
        return isGateway(pause.node()) ? why("in step mode a gateway is not paused") : unless(pause.node(), Status.UP);
    }

    private boolean isGateway(NodeId process) {
        return snapshot.gateways().stream().map(GatewayState::id).anyMatch(process::equals);
    }

    private Optional<String> unless(NodeId node, Status demanded) {
        Status status = snapshot.node(node).status();
        return status == demanded ? MET : why("%s is %s", node, status == Status.UP ? "running" : EnumNames.of(status));
    }

    private Optional<String> unlessGateway(NodeId gateway, boolean live) {
        return snapshot.hasProcess(gateway) == live ? MET : why("%s is %s", gateway, live ? "dead" : "running");
    }

    private Optional<String> setRule() {
        return snapshot.rules().size() < RuleBook.MAX_RULES
                ? MET
                : why("%d rules are in force, which is the limit; end one first", RuleBook.MAX_RULES);
    }

    private Optional<String> endRule(Action.EndRule end) {
        int rules = snapshot.rules().size();
        if (end.nth().isEmpty() || end.nth().getAsInt() <= rules) {
            return MET;
        }
        return switch (rules) {
            case 0 -> why("no rule is in force");
            case 1 -> why("only 1 rule is in force");
            default -> why("only %d rules are in force", rules);
        };
    }

    private static Optional<String> why(String words, Object... parts) {
        return Optional.of(String.format(Locale.ROOT, words, parts));
    }
}

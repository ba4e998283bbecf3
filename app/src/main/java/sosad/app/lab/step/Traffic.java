package sosad.app.lab.step;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import sosad.app.cluster.StepCluster;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.PersistentList;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.app.process.NodeException;
import sosad.app.scenario.Action;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.MessageState;
import sosad.app.scenario.TrafficRule;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * The messages and what becomes of them, exactly by the section "Fates" of {@code docs/scenarios.md}. Whatever changes
 * a message tells {@code happened}.
 */
final class Traffic {
    /** The most times that a message can be delivered. */
    static final int MAX_COPIES = 9;

    private final StepCluster cluster;
    private final StepState state;
    private final MessageDelivery delivery;
    private final Consumer<RunEvent> happened;
    private List<Message> due = List.of();

    /** @param heard gets what follows from a question, answer or repair that was delivered */
    Traffic(
            StepCluster cluster,
            StepState state,
            Consumer<RunEvent> happened,
            BiConsumer<Message, StepCluster.InquiryEffect> heard) {
        this.cluster = cluster;
        this.state = state;
        this.delivery = new MessageDelivery(cluster, heard);
        this.happened = happened;
    }

    /** A new step begins: messages whose fate is settled are forgotten, those delayed have a step less to wait. */
    void nextStep() {
        state.sent = state.sent.nextStep();
        List<Message> gone = state.lost.stream().map(this::message).toList();
        state.lost.clear();
        List<Message> stay = state.messages.stream()
                .filter(message -> !message.fate().isFinal())
                .toList();
        state.messages = PersistentList.empty();
        state.places.clear();
        stay.forEach(this::put);
        gone.stream().map(this::frame).distinct().forEach(this::free);
        state.frames.keySet().retainAll(state.places.keySet());
        state.causes.forgetAllBut(state.places.keySet());
        due = state.held.stream()
                .map(this::message)
                .filter(Message::isDelayed)
                .map(message -> put(message.delayed(message.stepsLeft() - 1, message.why())))
                .filter(message -> !message.isDelayed())
                .toList();
    }

    /** The step has begun: the delayed messages that are due go on, in the order in which they were parked. */
    void releaseDue() {
        due.forEach(this::release);
        due = List.of();
    }

    /** Nodes have sent these messages just now. */
    void sent(List<? extends NodeMessage> sent, Fates fates, int step) {
        for (NodeMessage message : sent) {
            state.sent = state.sent.plus(message, cluster.bytes(message));
            Message fresh = new Message(message.id(), message.content(), 1, Fate.IN_FLIGHT, step, "");
            happened.accept(new RunEvent.Sent(begin(fresh, fates)));
        }
    }

    /** These messages were on their way when the clocks stopped, and their sending has been told. */
    void lived(List<Message> underWay) {
        underWay.forEach(this::put);
    }

    /** The clocks have stopped, and this message was on its way. */
    void stopped(PeerMessage message, int copies, boolean corrupt, int step) {
        Message fresh = new Message(message.id(), message.update(), 1, Fate.IN_FLIGHT, step, "")
                .withCopies(copies)
                .withCorrupt(corrupt);
        boolean isTold = state.places.containsKey(message.id());
        Message held = hold(fresh, "it was on its way when the clocks stopped");
        happened.accept(isTold ? new RunEvent.Handled(held, Handling.HELD) : new RunEvent.Sent(held));
    }

    /** Returns what the scenario says of the message comes first. */
    private Message begin(Message fresh, Fates fates) {
        NodeId to = fresh.to();
        if (fates.lose().contains(to)) {
            return settle(fresh, Fate.LOST, "lost by the scenario");
        } else if (fates.hold().contains(to)) {
            return hold(fresh, "held by the scenario");
        } else if (fates.delay().containsKey(to)) {
            return delay(fresh, fates.delay().get(to), "delayed by the scenario");
        } else if (fates.corrupt().contains(to)) {
            return treat(fresh.withCorrupt(true));
        }
        return treat(fates.duplicate().contains(to) ? fresh.withCopies(2) : fresh);
    }

    /** Then the rules are asked, until one parks the message or loses it. */
    private Message treat(Message fresh) {
        Message message = fresh;
        for (RuleBook.Due due : state.rules.due(fresh.content())) {
            TrafficRule rule = due.rule();
            state.causes.becauseOf(due);
            String why = "by the rule “%s”".formatted(rule);
            switch (rule.treatment()) {
                case LOSE -> {
                    return settle(message, Fate.LOST, why);
                }
                case HOLD -> {
                    return hold(message, why);
                }
                case DELAY -> {
                    return delay(message, rule.steps(), why);
                }
                case CORRUPT -> message = message.withCorrupt(true);
                case DUPLICATE -> message = message.withCopies(Math.min(message.copies() + 1, MAX_COPIES));
            }
        }
        return enter(message);
    }

    /** Parks a message that is nowhere. */
    Message hold(Message message, String why) {
        return park(state.held, message, Fate.HELD, why);
    }

    /** Parks a message that is nowhere until so many steps have opened. */
    Message delay(Message message, int steps, String why) {
        state.held.add(message.id());
        return put(message.delayed(steps, why));
    }

    /** The message goes onto its link: it is lost, waits, or is in flight. */
    private Message enter(Message message) {
        Link link = new Link(message.from(), message.to());
        if (state.cut.contains(link)) {
            state.causes.becauseOf(link);
            return settle(message, Fate.LOST, "the link is cut");
        }
        blameReceiver(message);
        return switch (state.status(message.to())) {
            case DEAD -> settle(message, Fate.LOST, message.to() + " is dead");
            case PAUSED -> park(state.waiting, message, Fate.WAITING, message.to() + " is paused");
            case UP -> park(state.queue, message, Fate.IN_FLIGHT, "");
        };
    }

    private void blameReceiver(Message message) {
        if (state.status(message.to()) != Status.UP) {
            state.causes.becauseOf(message.to());
        }
    }

    private Message park(List<Long> place, Message message, Fate fate, String why) {
        place.add(message.id());
        return put(message.with(fate, why));
    }

    /** The fate of a message that is nowhere is this. */
    Message settle(Message message, Fate fate, String why) {
        return settle(message.with(fate, why));
    }

    private Message settle(Message message) {
        put(message);
        if (message.fate() == Fate.LOST) {
            state.lost.add(message.id());
        } else {
            free(frame(message));
        }
        return message;
    }

    /** The network may forget a frame, unless there are copies of it that need it. */
    private void free(long frame) {
        boolean needed = !state.frames.isEmpty()
                && state.messages.stream()
                        .anyMatch(other -> frame(other) == frame
                                && (other.fate() == Fate.LOST || !other.fate().isFinal()));
        if (!needed) {
            cluster.discard(frame);
        }
    }

    private long frame(Message message) {
        return state.frames.getOrDefault(message.id(), message.id());
    }

    /** Replaces the message. */
    Message put(Message message) {
        Integer place = state.places.putIfAbsent(message.id(), state.messages.size());
        state.messages = place == null ? state.messages.plus(message) : state.messages.with(place, message);
        return message;
    }

    /** Reports what was done to a message. */
    void handled(Message message, Handling handling) {
        happened.accept(new RunEvent.Handled(message, handling));
    }

    /** Delivers the first message in flight, of which there is one. */
    void deliverNext() {
        arrive(message(state.queue.remove(0)));
    }

    /** Delivers this message out of turn, if it is in flight. */
    void deliverNow(Message message) {
        if (state.queue.remove(message.id())) {
            arrive(message);
        }
    }

    /** Gives a message in flight another place in the queue, from 1. */
    void move(Message message, int place) {
        state.queue.remove(message.id());
        state.queue.add(place - 1, message.id());
        happened.accept(new RunEvent.Reordered(message, place, state.queue.size()));
    }

    /** The messages held on a link, oldest first. */
    List<Message> heldOn(Link link) {
        return state.held.stream()
                .map(this::message)
                .filter(message -> message.isOn(link))
                .toList();
    }

    /**
     * The copy that is handled, by its place among all copies in that state on its link, or to restore one, among those
     * lost there in this step. It is set apart from the other copies of its message, unless there may be one more of
     * them.
     */
    Message copyOn(Action.Handle handle) {
        Copy copy = find(handle);
        Message message = copy.message();
        boolean joins = handle.action().kind() == MessageAction.Kind.DUPLICATE && message.copies() < MAX_COPIES;
        return joins ? message : apart(message, copy.place());
    }

    /** Returns the message of the copy that is handled, with its other copies. */
    Message wholeOn(Action.Handle handle) {
        return find(handle).message();
    }

    /** @param place its place, from 1, among the copies of the message */
    private record Copy(Message message, int place) {}

    private Copy find(Action.Handle handle) {
        int place = handle.nth();
        boolean restores = handle.action().kind() == MessageAction.Kind.RESTORE;
        for (long id : restores ? state.lost : places(handle.state())) {
            Message message = message(id);
            if (message.isOn(handle.link())) {
                if (place <= message.copies()) {
                    return new Copy(message, place);
                }
                place -= message.copies();
            }
        }
        throw new IllegalStateException("there is no such message from " + handle.link());
    }

    private List<Long> places(MessageState messages) {
        return switch (messages) {
            case IN_FLIGHT -> state.queue;
            case HELD -> state.held;
            case WAITING -> state.waiting;
        };
    }

    private Message apart(Message message, int place) {
        Message first = place < message.copies() ? split(message, place) : message;
        if (place == 1) {
            return first;
        }
        split(first, place - 1);
        return message(state.lastCopy);
    }

    /** Sets all copies apart but the first ones; returns these. */
    private Message split(Message message, int first) {
        Message front = put(message.withCopies(first));
        Message behind = put(message.copy(++state.lastCopy, message.copies() - first));
        state.frames.put(behind.id(), frame(message));
        List<Long> place =
                switch (message.fate()) {
                    case LOST -> state.lost;
                    case HELD -> state.held;
                    case WAITING -> state.waiting;
                    default -> state.queue;
                };
        place.add(place.indexOf(message.id()) + 1, behind.id());
        happened.accept(new RunEvent.Split(front, behind));
        return front;
    }

    private void arrive(Message message) {
        blameReceiver(message);
        switch (state.status(message.to())) {
            case DEAD -> handled(settle(message, Fate.LOST, message.to() + " is dead"), Handling.LOST);
            case PAUSED ->
                handled(park(state.waiting, message, Fate.WAITING, message.to() + " is paused"), Handling.WAITS);
            case UP -> handOver(message);
        }
    }

    /** Delivers a message, which stays in flight if the node fails meanwhile. */
    private void handOver(Message message) {
        try {
            delivery.of(message, frame(message), this::handedOver);
        } catch (NodeException e) {
            state.queue.add(0, message.id());
            throw e;
        }
    }

    private void handedOver(RunEvent event) {
        Message now = event instanceof RunEvent.Delivered delivered
                ? delivered.message()
                : ((RunEvent.Handled) event).message();
        if (now.fate().isFinal()) {
            settle(now);
        } else {
            put(now);
        }
        happened.accept(event);
    }

    /** A paused node goes on: what waits for it joins the queue. */
    void resumed(NodeId node) {
        for (long id : List.copyOf(state.waiting)) {
            if (message(id).to().equals(node)) {
                state.waiting.remove(id);
                state.causes.becauseOf(node);
                handled(park(state.queue, message(id), Fate.IN_FLIGHT, ""), Handling.RELEASED);
            }
        }
    }

    /** A node's process is gone: what waits for it is lost. */
    void died(NodeId node) {
        for (long id : List.copyOf(state.waiting)) {
            if (message(id).to().equals(node)) {
                state.waiting.remove(id);
                state.causes.becauseOf(node);
                handled(settle(message(id), Fate.LOST, node + " is dead"), Handling.LOST);
            }
        }
    }

    /** A held message goes onto its link. */
    Message release(Message message) {
        state.held.remove(message.id());
        return enter(message, Handling.RELEASED);
    }

    /** A message that was lost in this step goes onto its link after all. */
    void restore(Message message) {
        state.lost.remove(message.id());
        enter(message, Handling.RESTORED);
    }

    private Message enter(Message message, Handling handling) {
        Message entered = enter(message);
        handled(
                entered,
                switch (entered.fate()) {
                    case LOST -> Handling.LOST;
                    case WAITING -> Handling.WAITS;
                    default -> handling;
                });
        return entered;
    }

    /** Takes it from where it stands. */
    void unpark(Message message) {
        state.queue.remove(message.id());
        state.held.remove(message.id());
        state.waiting.remove(message.id());
    }

    /** The message with this number, which there is. */
    Message message(long id) {
        return state.messages.get(state.places.get(id));
    }
}

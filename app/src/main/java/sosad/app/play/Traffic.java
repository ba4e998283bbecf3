package sosad.app.play;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import sosad.app.cluster.Cluster;
import sosad.app.history.Fate;
import sosad.app.history.Happening;
import sosad.app.history.Happening.Handling;
import sosad.app.history.Message;
import sosad.app.scenario.Fates;
import sosad.app.scenario.Link;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * The messages and what becomes of them, exactly by the section "Fates" of {@code docs/scenarios.md}. Whatever changes
 * a message tells {@code happened}.
 */
final class Traffic {
    private static final int MOST_COPIES = 9;

    private final Cluster cluster;
    private final Nodes nodes;
    private final Consumer<Happening> happened;
    private final Map<Long, Message> messages = new LinkedHashMap<>();
    private final List<Long> queue = new ArrayList<>();
    private final List<Long> held = new ArrayList<>();
    private final List<Long> waiting = new ArrayList<>();
    private final Set<Link> cut = new TreeSet<>();

    Traffic(Cluster cluster, Nodes nodes, Consumer<Happening> happened) {
        this.cluster = cluster;
        this.nodes = nodes;
        this.happened = happened;
    }

    /** A new step begins: messages whose fate is settled are forgotten. */
    void nextStep() {
        messages.values().removeIf(message -> message.fate().isFinal());
    }

    Collection<Message> messages() {
        return List.copyOf(messages.values());
    }

    List<Long> queue() {
        return List.copyOf(queue);
    }

    Set<Link> cut() {
        return Set.copyOf(cut);
    }

    boolean isCut(Link link) {
        return cut.contains(link);
    }

    void cut(Collection<Link> links) {
        cut.addAll(links);
    }

    /** Mends these links, or all; gives those that were cut. */
    List<Link> mend(Optional<List<Link>> links) {
        List<Link> mended = links.orElse(List.copyOf(cut)).stream()
                .filter(cut::contains)
                .distinct()
                .toList();
        mended.forEach(cut::remove);
        return mended;
    }

    /** Nodes have sent these messages just now. */
    void sent(List<PeerMessage> sent, Fates fates, int step) {
        for (PeerMessage message : sent) {
            NodeId to = message.update().to();
            boolean twice = fates.duplicate().contains(to) && !fates.hold().contains(to);
            Message fresh = new Message(message.id(), message.update(), twice ? 2 : 1, Fate.IN_FLIGHT, step, "");
            Message entered;
            if (fates.lose().contains(to)) {
                entered = settle(fresh, Fate.LOST, "lost by the scenario");
            } else if (fates.hold().contains(to)) {
                entered = park(held, fresh, Fate.HELD, "held by the scenario");
            } else {
                entered = enter(fresh);
            }
            happened.accept(new Happening.Sent(entered));
        }
    }

    /** The clocks have stopped, and this message was on its way. */
    void stopped(PeerMessage message, int copies, int step) {
        Message fresh = new Message(message.id(), message.update(), copies, Fate.IN_FLIGHT, step, "");
        happened.accept(new Happening.Sent(park(held, fresh, Fate.HELD, "it was on its way when the clocks stopped")));
    }

    /** The message goes onto its link: it is lost, waits, or is in flight. */
    private Message enter(Message message) {
        if (isCut(new Link(message.from(), message.to()))) {
            return settle(message, Fate.LOST, "the link is cut");
        }
        return switch (nodes.status(message.to())) {
            case DEAD -> settle(message, Fate.LOST, message.to() + " is dead");
            case PAUSED -> park(waiting, message, Fate.WAITING, message.to() + " is paused");
            case UP -> park(queue, message, Fate.IN_FLIGHT, "");
        };
    }

    private Message park(List<Long> place, Message message, Fate fate, String why) {
        place.add(message.id());
        return put(message.with(fate, why));
    }

    private Message settle(Message message, Fate fate, String why) {
        cluster.discard(message.id());
        return put(message.with(fate, why));
    }

    private Message put(Message message) {
        messages.put(message.id(), message);
        return message;
    }

    private void handled(Message message, Handling handling) {
        happened.accept(new Happening.Handled(message, handling));
    }

    boolean isQuiet() {
        return queue.isEmpty();
    }

    /** Delivers the first message in flight, of which there is one. */
    void deliverNext() {
        arrive(messages.get(queue.remove(0)));
    }

    private void arrive(Message message) {
        switch (nodes.status(message.to())) {
            case DEAD -> handled(settle(message, Fate.LOST, message.to() + " is dead"), Handling.LOST);
            case PAUSED -> handled(park(waiting, message, Fate.WAITING, message.to() + " is paused"), Handling.WAITS);
            case UP -> deliver(message);
        }
    }

    private void deliver(Message message) {
        List<Entry> applied = new ArrayList<>();
        boolean straggler = false;
        for (int copy = 0; copy < message.copies(); copy++) {
            Cluster.Delivery delivery = cluster.deliver(new PeerMessage(message.id(), message.update()));
            applied.addAll(delivery.applied());
            straggler = delivery.straggler();
        }
        Message delivered = settle(message, Fate.DELIVERED, "");
        happened.accept(new Happening.Delivered(delivered, applied, straggler));
    }

    /** A paused node goes on: what waits for it joins the queue. */
    void resumed(NodeId node) {
        for (long id : List.copyOf(waiting)) {
            if (messages.get(id).to().equals(node)) {
                waiting.remove(id);
                handled(park(queue, messages.get(id), Fate.IN_FLIGHT, ""), Handling.RELEASED);
            }
        }
    }

    /** A node's process is gone: what waits for it is lost. */
    void died(NodeId node) {
        for (long id : List.copyOf(waiting)) {
            if (messages.get(id).to().equals(node)) {
                waiting.remove(id);
                handled(settle(messages.get(id), Fate.LOST, node + " is dead"), Handling.LOST);
            }
        }
    }

    /** @throws ActionFailure if fewer messages are held on the link */
    private Message heldOn(Link link, int nth) {
        List<Message> there = held.stream()
                .map(messages::get)
                .filter(message ->
                        message.from().equals(link.from()) && message.to().equals(link.to()))
                .toList();
        if (nth > there.size()) {
            throw new ActionFailure(
                    there.isEmpty()
                            ? "no message is held from " + link
                            : "only %d of the messages from %s are held".formatted(there.size(), link));
        }
        return there.get(nth - 1);
    }

    void release(Link link, int nth) {
        release(heldOn(link, nth));
    }

    private Message release(Message message) {
        held.remove(message.id());
        Message entered = enter(message);
        handled(entered, entered.fate() == Fate.LOST ? Handling.LOST : Handling.RELEASED);
        return entered;
    }

    void discard(Link link, int nth) {
        drop(heldOn(link, nth).id());
    }

    void trim(Link link, int nth, Set<Key> keys) {
        trim(heldOn(link, nth).id(), keys);
    }

    /** Delivers a message in flight out of turn, or one that is held. */
    void deliver(long id) {
        Message message = unsettled(id);
        if (message.fate() == Fate.HELD) {
            message = release(message);
        }
        if (message.fate() == Fate.WAITING) {
            throw new ActionFailure(message.why());
        }
        if (queue.remove(message.id())) {
            arrive(message);
        }
    }

    /** Loses a message in flight or waiting; throws a held one away. */
    void drop(long id) {
        Message message = unsettled(id);
        boolean wasHeld = message.fate() == Fate.HELD;
        unpark(message);
        if (wasHeld) {
            handled(settle(message, Fate.DISCARDED, "thrown away"), Handling.DISCARDED);
        } else {
            handled(settle(message, Fate.LOST, "dropped by hand"), Handling.LOST);
        }
    }

    void duplicate(long id) {
        Message message = unsettled(id);
        if (message.copies() >= MOST_COPIES) {
            throw new ActionFailure("a message can be delivered at most %d times".formatted(MOST_COPIES));
        }
        handled(put(message.withCopies(message.copies() + 1)), Handling.DUPLICATED);
    }

    void hold(long id) {
        Message message = unsettled(id);
        if (message.fate() == Fate.HELD) {
            throw new ActionFailure("the message is held already");
        }
        unpark(message);
        handled(park(held, message, Fate.HELD, "held by hand"), Handling.HELD);
    }

    void trim(long id, Set<Key> keys) {
        Message message = unsettled(id);
        handled(put(message.withUpdate(message.update().without(keys))), Handling.TRIMMED);
    }

    private void unpark(Message message) {
        queue.remove(message.id());
        held.remove(message.id());
        waiting.remove(message.id());
    }

    private Message unsettled(long id) {
        Message message = messages.get(id);
        if (message == null || message.fate().isFinal()) {
            throw new ActionFailure("the message is no longer under way");
        }
        return message;
    }
}

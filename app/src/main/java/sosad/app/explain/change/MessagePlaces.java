package sosad.app.explain.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction.Kind;
import sosad.model.Link;
import sosad.model.NodeId;

/** The places of a run's messages on their links, by which actions name them, and what they are. */
final class MessagePlaces {
    private final Map<Long, MessageRef> names = new HashMap<>();
    private final Set<MessageRef> sent = new HashSet<>();
    private final List<Long> held = new ArrayList<>();
    private final List<Long> lost = new ArrayList<>();
    private final List<Long> waiting = new ArrayList<>();

    MessagePlaces() {}

    private MessagePlaces(MessagePlaces same) {
        names.putAll(same.names);
        sent.addAll(same.sent);
        held.addAll(same.held);
        lost.addAll(same.lost);
        waiting.addAll(same.waiting);
    }

    MessagePlaces copy() {
        return new MessagePlaces(this);
    }

    /**
     * Follows the run by an event.
     *
     * @param action what is carried out
     */
    void follow(Snapshot after, int action) {
        if (after.what() instanceof RunEvent.Sent sent
                && sent.message().update().isPresent()) {
            name(sent.message(), action);
        } else if (after.what() instanceof RunEvent.Split split) {
            MessageRef name = names.get(split.message().id());
            if (name != null) {
                names.put(split.copy().id(), name);
            }
            List.of(held, lost, waiting).forEach(ids -> split(ids, split));
        } else if (after.what() instanceof RunEvent.StepOpened) {
            lost.clear();
            sent.clear();
            names.keySet()
                    .retainAll(Set.copyOf(
                            after.messages().stream().map(Message::id).toList()));
        }
        follow(held, after, Fate.HELD);
        follow(lost, after, Fate.LOST);
        follow(waiting, after, Fate.WAITING);
    }

    private static void split(List<Long> ids, RunEvent.Split split) {
        int place = ids.indexOf(split.message().id());
        if (place >= 0) {
            ids.add(place + 1, split.copy().id());
        }
    }

    private void name(Message message, int action) {
        NodeId to = message.to();
        int part = 0;
        while (sent.contains(new MessageRef(action, to, part, 0))) {
            part++;
        }
        sent.add(new MessageRef(action, to, part, 0));
        names.put(message.id(), new MessageRef(action, to, part, 0));
    }

    private static void follow(List<Long> ids, Snapshot after, Fate fate) {
        List<Long> now = after.messages().stream()
                .filter(message -> message.fate() == fate)
                .map(Message::id)
                .toList();
        ids.retainAll(new HashSet<>(now));
        now.stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    }

    /** What a message is; empty if it is no update. */
    Optional<MessageRef> name(long message) {
        return Optional.ofNullable(names.get(message));
    }

    /** Returns what the message is that an action means. */
    Optional<MessageRef> meant(Snapshot now, Action action) {
        Link link = link(action);
        int left = nth(action);
        Map<MessageRef, Integer> copiesBefore = new HashMap<>();
        for (Message message : pool(now, action)) {
            if (message.isOn(link)) {
                int units = units(message, action);
                MessageRef name = names.get(message.id());
                if (left <= units) {
                    int copy = copiesBefore.getOrDefault(name, 0) + (isHeld(action) ? 0 : left - 1);
                    return Optional.ofNullable(name).map(known -> known.withCopy(copy));
                }
                left -= units;
                if (name != null) {
                    copiesBefore.merge(name, units, Integer::sum);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the place of a message, for an action like this one; empty if it is not there, or no longer. */
    OptionalInt nth(Snapshot now, Action action, MessageRef wanted) {
        Link link = link(action);
        MessageRef name = wanted.withCopy(0);
        OptionalInt found = OptionalInt.empty();
        int place = 1;
        int copiesLeft = wanted.copy();
        for (Message message : pool(now, action)) {
            if (message.isOn(link)) {
                int units = units(message, action);
                if (name.equals(names.get(message.id()))) {
                    found = OptionalInt.of(place + Math.min(copiesLeft, units - 1));
                    if (copiesLeft < units) {
                        return found;
                    }
                    copiesLeft -= units;
                }
                place += units;
            }
        }
        return found;
    }

    private static boolean isHeld(Action action) {
        return !(action instanceof Action.Handle);
    }

    private static int units(Message message, Action action) {
        return isHeld(action) ? 1 : message.copies();
    }

    /** The messages among which an action names one, in their order. */
    private List<Message> pool(Snapshot now, Action action) {
        return ids(now, action).stream().flatMap(id -> now.message(id).stream()).toList();
    }

    private List<Long> ids(Snapshot now, Action action) {
        if (!(action instanceof Action.Handle handle)) {
            return held;
        } else if (handle.action().kind() == Kind.RESTORE) {
            return lost;
        }
        return switch (handle.state()) {
            case IN_FLIGHT -> now.queue();
            case HELD -> held;
            case WAITING -> waiting;
        };
    }

    private static Link link(Action action) {
        if (action instanceof Action.Handle handle) {
            return handle.link();
        } else if (action instanceof Action.Deliver deliver) {
            return deliver.link();
        } else if (action instanceof Action.Discard discard) {
            return discard.link();
        }
        return ((Action.Trim) action).link();
    }

    private static int nth(Action action) {
        if (action instanceof Action.Handle handle) {
            return handle.nth();
        } else if (action instanceof Action.Deliver deliver) {
            return deliver.nth();
        } else if (action instanceof Action.Discard discard) {
            return discard.nth();
        }
        return ((Action.Trim) action).nth();
    }
}

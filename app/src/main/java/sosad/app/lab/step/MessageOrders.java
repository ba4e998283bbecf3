package sosad.app.lab.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.MessageState;
import sosad.model.Link;

/**
 * The orders in which a file's run has the messages of a run: in flight, held, waiting, and lost in the present step. A
 * file holds each copy of a message by itself where the run's hands held them as one; so a message is held in parts.
 */
final class MessageOrders {
    private final Map<Long, Message> messages = new HashMap<>();
    private final List<Long> queue = new ArrayList<>();
    private final List<Long> held = new ArrayList<>();
    private final List<Long> waiting = new ArrayList<>();
    private final List<Long> lost = new ArrayList<>();

    /** How many copies each part of a held message has. */
    private final Map<Long, List<Integer>> parts = new HashMap<>();

    /** Follows what happened next. */
    void follow(Snapshot moment) {
        RunEvent event = moment.what();
        if (event instanceof RunEvent.StepOpened) {
            lost.clear();
        } else if (event instanceof RunEvent.Sent sent) {
            place(sent.message());
            parts.put(
                    sent.message().id(), new ArrayList<>(List.of(sent.message().copies())));
        } else if (event instanceof RunEvent.Delivered delivered) {
            place(delivered.message());
        } else if (event instanceof RunEvent.Split split) {
            split(split.message(), split.copy());
        } else if (event instanceof RunEvent.Handled handled) {
            handled(handled);
        }
    }

    private void place(Message message) {
        long id = message.id();
        List.of(queue, held, waiting, lost).forEach(list -> list.remove(id));
        messages.put(id, message);
        switch (message.fate()) {
            case IN_FLIGHT -> queue.add(id);
            case HELD -> held.add(id);
            case WAITING -> waiting.add(id);
            case LOST -> lost.add(id);
            case DELIVERED, DISCARDED -> messages.remove(id);
        }
    }

    private void split(Message front, Message behind) {
        messages.put(front.id(), front);
        messages.put(behind.id(), behind);
        for (List<Long> list : List.of(queue, held, waiting, lost)) {
            int place = list.indexOf(front.id());
            if (place >= 0) {
                list.add(place + 1, behind.id());
            }
        }
        List<Integer> all = parts.getOrDefault(front.id(), List.of());
        List<Integer> first = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        int room = front.copies();
        for (int copies : all) {
            int here = Math.min(room, copies);
            if (here > 0) {
                first.add(here);
            }
            if (copies > here) {
                rest.add(copies - here);
            }
            room -= here;
        }
        parts.put(front.id(), first);
        parts.put(behind.id(), rest);
    }

    private void handled(RunEvent.Handled handled) {
        Message message = handled.message();
        switch (handled.handling()) {
            case DUPLICATED, CORRUPTED, TRIMMED -> {
                messages.put(message.id(), message);
                List<Integer> own = parts.getOrDefault(message.id(), new ArrayList<>());
                if (!held.contains(message.id()) || own.isEmpty()) {
                    return;
                }
                if (handled.handling() == RunEvent.Handling.DUPLICATED) {
                    own.set(0, own.get(0) + 1);
                } else if (handled.handling() == RunEvent.Handling.CORRUPTED && own.get(0) > 1) {
                    own.set(0, own.get(0) - 1);
                    own.add(0, 1);
                }
            }
            case HELD, DELAYED -> {
                place(message);
                parts.put(message.id(), new ArrayList<>());
                for (int i = 0; i < message.copies(); i++) {
                    parts.get(message.id()).add(1);
                }
            }
            case REFUSED -> {
                if (message.fate().isFinal()) {
                    place(message);
                } else {
                    messages.put(message.id(), message); // its other copies follow
                }
            }
            case LOST, RELEASED, RESTORED, WAITS, DISCARDED -> place(message);
        }
    }

    private List<Long> order(Message message) {
        return switch (message.fate()) {
            case IN_FLIGHT -> queue;
            case HELD -> held;
            case WAITING -> waiting;
            default -> lost;
        };
    }

    /** Returns the place, from 1, of a message's first copy among all copies in its state on its link. */
    int place(Link link, Message message) {
        return 1
                + before(link, message).stream()
                        .mapToInt(id -> messages.get(id).copies())
                        .sum();
    }

    /** Returns the place, from 1, of a held message's first part among all that are held on its link. */
    int heldPlace(Link link, Message message) {
        return 1 + before(link, message).stream().mapToInt(this::parts).sum();
    }

    private List<Long> before(Link link, Message message) {
        List<Long> all = order(message);
        return all.subList(0, all.indexOf(message.id())).stream()
                .filter(id -> messages.get(id).isOn(link))
                .toList();
    }

    /** Returns in how many parts a message is held. */
    int parts(long message) {
        return Math.max(1, parts.getOrDefault(message, List.of()).size());
    }

    /** Returns how many copies are in flight on a link. */
    int inFlightOn(Link link) {
        return queue.stream()
                .map(messages::get)
                .filter(message -> message.isOn(link))
                .mapToInt(Message::copies)
                .sum();
    }

    /**
     * Returns actions that do in the file's run what these do in the run: they name held messages by their places, and
     * in the file each part has one.
     *
     * @param opening whether a step begins with them, so that what is due is released before
     * @param queued the messages in flight, in the order of the run, which may be another one than that of the file
     */
    List<Action> inFile(List<Action> actions, boolean opening, List<Long> queued) {
        Map<Link, List<Integer>> heldOn = new HashMap<>();
        for (long id : held) {
            Message message = messages.get(id);
            if (!opening || message.stepsLeft() != 1) {
                heldOn.computeIfAbsent(new Link(message.from(), message.to()), link -> new ArrayList<>())
                        .add(parts(id));
            }
        }
        List<Action> said = new ArrayList<>();
        for (Action action : actions) {
            said.addAll(new HeldPlaces(heldOn).inFile(inFlight(action, queued)));
        }
        return said;
    }

    private Action inFlight(Action action, List<Long> queued) {
        if (action instanceof Action.Handle handle
                && handle.state() == MessageState.IN_FLIGHT
                && handle.action().kind() != MessageAction.Kind.RESTORE) {
            int nth = handle.nth();
            for (long id : queued) {
                Message message = messages.get(id);
                if (message.isOn(handle.link()) && nth <= message.copies()) {
                    int place = place(handle.link(), message) + nth - 1;
                    return new Action.Handle(handle.link(), place, handle.action());
                }
                nth -= message.isOn(handle.link()) ? message.copies() : 0;
            }
        }
        return action;
    }
}

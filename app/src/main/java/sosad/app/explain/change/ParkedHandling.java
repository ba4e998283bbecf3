package sosad.app.explain.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import sosad.app.history.Message;
import sosad.app.scenario.Action;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.MessageAction.Kind;
import sosad.app.scenario.MessageState;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * What is done to held and waiting messages, in plain words, which know waiting ones only as what they were before. One
 * that was lost while it waited might as well have been lost when it began to wait: nobody had it in between. What has
 * no words at all is left out: that a held message is to arrive twice, and what is done to one copy of several.
 */
final class ParkedHandling {
    private final List<PlainStep> steps;
    private final List<PlainAction> actions;
    private final List<PlainAction> inFlight;
    private final Set<MessageRef> delayed;
    private final IntSupplier ids;

    /**
     * Handling in a run that is being translated.
     *
     * @param steps those that are over
     * @param actions what the present step has done
     * @param inFlight and what it has done while messages stand on their links
     * @param delayed what is held until the run releases it
     * @param ids gives numbers to new actions
     */
    ParkedHandling(
            List<PlainStep> steps,
            List<PlainAction> actions,
            List<PlainAction> inFlight,
            Set<MessageRef> delayed,
            IntSupplier ids) {
        this.steps = steps;
        this.actions = actions;
        this.inFlight = inFlight;
        this.delayed = delayed;
        this.ids = ids;
    }

    /**
     * Says what was done to a message.
     *
     * @param message as it was before
     * @param name what it is
     * @param arrives whether it arrives at once if it is delivered
     * @param event the first event that came of it
     */
    void say(Action.Handle handle, Message message, MessageRef name, boolean arrives, int event) {
        if (handle.state() == MessageState.HELD) {
            held(handle.action(), message, name, arrives, event);
        } else {
            waiting(handle.action(), message, name);
        }
    }

    private static Link link(Message message) {
        return new Link(message.from(), message.to());
    }

    private void held(MessageAction action, Message message, MessageRef name, boolean arrives, int event) {
        Link link = link(message);
        switch (action.kind()) {
            case DELIVER -> {
                delayed.remove(name);
                inFlight.add(plain(new Action.Deliver(link, 1), name, event));
                if (arrives) {
                    inFlight.add(plain(new Action.Handle(link, 1, action), name, event));
                }
            }
            case LOSE -> discard(link, name, event);
            case CORRUPT -> {
                if (message.copies() == 1) { // whoever gets it refuses it
                    discard(link, name, event);
                }
            }
            case TRIM -> {
                Set<Key> keys = ((MessageAction.Trim) action).keys();
                inFlight.add(plain(new Action.Trim(link, 1, keys), name, event));
            }
            case HOLD -> {
                holdForGood(name);
                delayed.remove(name);
            }
            case DELAY -> {
                holdForGood(name);
                delayed.add(name);
            }
            case DUPLICATE, RESTORE, REORDER -> {
                // no words, or not possible
            }
        }
    }

    private void discard(Link link, MessageRef name, int event) {
        delayed.remove(name);
        inFlight.add(plain(new Action.Discard(link, 1), name, event));
    }

    private PlainAction plain(Action action, MessageRef name, int event) {
        return new PlainAction(ids.getAsInt(), action, Optional.of(name), event);
    }

    /** What it was delayed by before holds it now. */
    private void holdForGood(MessageRef name) {
        edit(
                one -> one.handles(Kind.DELAY) && isDoneTo(one, name),
                delay -> List.of(delay.with(handle(delay.action(), MessageAction.HOLD))));
    }

    private static Action handle(Action delivery, MessageAction other) {
        return new Action.Handle(((Action.Handle) delivery).link(), 1, other);
    }

    private static boolean isDoneTo(PlainAction one, MessageRef name) {
        return one.message().filter(other -> other.withCopy(0).equals(name)).isPresent();
    }

    private void waiting(MessageAction action, Message message, MessageRef name) {
        boolean isAlone = message.copies() == 1;
        switch (action.kind()) {
            case LOSE, CORRUPT -> {
                if (isAlone) { // whoever gets it corrupt refuses it
                    beganToWait(name, MessageAction.LOSE);
                }
            }
            case HOLD -> {
                if (isAlone) {
                    beganToWait(name, action);
                }
            }
            case DELAY -> {
                if (isAlone) {
                    beganToWait(name, MessageAction.HOLD);
                    delayed.add(name);
                }
            }
            case TRIM, DUPLICATE -> beganToWait(name, action);
            case DELIVER, RESTORE, REORDER -> {
                // not possible
            }
        }
    }

    /** Does it to the message as it began to wait. */
    private void beganToWait(MessageRef name, MessageAction action) {
        edit(
                one -> one.id() == name.action()
                        || (isDoneTo(one, name) && (one.delivers() || one.action() instanceof Action.Deliver)),
                one -> instead(one, name, action));
    }

    private List<PlainAction> instead(PlainAction one, MessageRef name, MessageAction action) {
        boolean isKept = action.kind() == Kind.TRIM || action.kind() == Kind.DUPLICATE;
        if (one.delivers()) {
            PlainAction handled = plain(handle(one.action(), action), name, one.event());
            return isKept ? List.of(handled, one) : List.of(handled);
        } else if (one.action() instanceof Action.Deliver deliver) {
            return released(one, deliver.link(), name, action);
        } else if (one.action() instanceof Action.Push push) {
            return sent(
                    one,
                    new Link(push.from(), name.to()),
                    name,
                    action,
                    fates -> new Action.Push(push.from(), push.to(), fates.apply(push.fates())));
        } else if (one.action() instanceof Action.Sync sync) {
            return sent(
                    one,
                    new Link(sync.from(), name.to()),
                    name,
                    action,
                    fates -> new Action.Sync(sync.from(), sync.to(), sync.keys(), fates.apply(sync.fates())));
        }
        return List.of(one); // a start sends without any words for what becomes of it
    }

    private List<PlainAction> released(PlainAction one, Link link, MessageRef name, MessageAction action) {
        if (action instanceof MessageAction.Trim trim) {
            return List.of(plain(new Action.Trim(link, 1, trim.keys()), name, one.event()), one);
        }
        return switch (action.kind()) {
            case LOSE -> List.of(one.with(new Action.Discard(link, 1)));
            case HOLD -> List.of();
            default -> List.of(one);
        };
    }

    private List<PlainAction> sent(
            PlainAction one,
            Link link,
            MessageRef name,
            MessageAction action,
            Function<UnaryOperator<Fates>, Action> sending) {
        NodeId to = name.to();
        PlainAction held =
                one.with(sending.apply(fates -> new Fates(fates.lose(), with(fates.hold(), to), fates.duplicate())));
        if (action instanceof MessageAction.Trim trim) {
            return List.of(
                    held,
                    plain(new Action.Trim(link, 1, trim.keys()), name, one.event()),
                    plain(new Action.Deliver(link, 1), name, one.event()));
        }
        return switch (action.kind()) {
            case LOSE ->
                List.of(one.with(
                        sending.apply(fates -> new Fates(with(fates.lose(), to), fates.hold(), fates.duplicate()))));
            case HOLD -> List.of(held);
            default ->
                List.of(one.with(
                        sending.apply(fates -> new Fates(fates.lose(), fates.hold(), with(fates.duplicate(), to)))));
        };
    }

    private static Set<NodeId> with(Set<NodeId> nodes, NodeId one) {
        Set<NodeId> more = new HashSet<>(nodes);
        more.add(one);
        return more;
    }

    /** Puts others in the place of the last action of this kind. */
    private void edit(Predicate<PlainAction> test, Function<PlainAction, List<PlainAction>> edit) {
        boolean isDone = edit(inFlight, test, edit) || edit(actions, test, edit);
        for (int step = steps.size() - 1; step >= 0 && !isDone; step--) {
            isDone = edit(step, test, edit);
        }
    }

    /** What is said of a message in its course comes before that. */
    private boolean edit(int step, Predicate<PlainAction> test, Function<PlainAction, List<PlainAction>> edit) {
        PlainStep now = steps.get(step);
        List<PlainAction> before = new ArrayList<>(now.actions());
        List<PlainAction> middle = new ArrayList<>(now.inFlight());
        List<PlainAction> course = new ArrayList<>(now.course());
        int place = last(course, test);
        if (place >= 0) {
            PlainAction old = course.get(place);
            List<PlainAction> instead = edit.apply(old);
            instead.stream().filter(one -> !one.equals(old)).forEach(middle::add);
            if (!instead.contains(old)) {
                course.remove(place);
            }
        }
        boolean isDone = place >= 0 || edit(middle, test, edit) || edit(before, test, edit);
        steps.set(step, new PlainStep(now.time(), now.title(), before, middle, course));
        return isDone;
    }

    private static boolean edit(
            List<PlainAction> all, Predicate<PlainAction> test, Function<PlainAction, List<PlainAction>> edit) {
        int place = last(all, test);
        if (place < 0) {
            return false;
        }
        PlainAction old = all.remove(place);
        all.addAll(place, edit.apply(old));
        return true;
    }

    private static int last(List<PlainAction> all, Predicate<PlainAction> test) {
        int place = all.size() - 1;
        while (place >= 0 && !test.test(all.get(place))) {
            place--;
        }
        return place;
    }
}

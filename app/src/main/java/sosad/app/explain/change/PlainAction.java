package sosad.app.explain.change;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Optional;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.MessageAction.Kind;

/**
 * An action of a run in plain words.
 *
 * @param id its number in the run
 * @param action what is done; its {@code nth} means nothing if {@code message} is there
 * @param message the message that it is done to, if it is done to one
 * @param event the first event of the run that came of it
 */
record PlainAction(int id, Action action, Optional<MessageRef> message, int event) {
    PlainAction {
        refuseIf(message.isPresent() != isToMessage(action), "an action on messages names one, and no other does");
    }

    static boolean isToMessage(Action action) {
        return action instanceof Action.Handle
                || action instanceof Action.Deliver
                || action instanceof Action.Discard
                || action instanceof Action.Trim;
    }

    PlainAction with(Action other) {
        return new PlainAction(id, other, message, event);
    }

    /** Returns it without what it claims of the run; empty if it does nothing else. */
    Optional<PlainAction> withoutClaim() {
        if (action instanceof Action.Get get && get.expected().isPresent()) {
            return Optional.of(with(new Action.Get(get.access(), get.key(), get.mode(), Optional.empty())));
        }
        return action instanceof Action.Expect ? Optional.empty() : Optional.of(this);
    }

    /** Returns whether it hands a message over that is in flight. */
    boolean delivers() {
        return action instanceof Action.Handle handle && handle.action().kind() == Kind.DELIVER;
    }

    /** Returns the action that means the message at this place. */
    static Action at(Action action, int nth) {
        if (action instanceof Action.Handle handle) {
            return new Action.Handle(handle.link(), nth, handle.action(), handle.state());
        } else if (action instanceof Action.Deliver deliver) {
            return new Action.Deliver(deliver.link(), nth);
        } else if (action instanceof Action.Discard discard) {
            return new Action.Discard(discard.link(), nth);
        } else if (action instanceof Action.Trim trim) {
            return new Action.Trim(trim.link(), nth, trim.keys());
        }
        return action;
    }

    /** Returns whether it is the handling of a message that is in flight in this way. */
    boolean handles(MessageAction.Kind kind) {
        return action instanceof Action.Handle handle && handle.action().kind() == kind;
    }
}

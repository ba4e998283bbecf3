package sosad.app.view;

import sosad.app.scenario.MessageAction;

/** Carries out what a user does to a message. */
@FunctionalInterface
public interface MessageActions {
    /** Does something to the message with this number. */
    void handle(long id, MessageAction action);
}

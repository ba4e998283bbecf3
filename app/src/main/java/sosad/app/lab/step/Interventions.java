package sosad.app.lab.step;

import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.RunEvent.Handling;
import sosad.app.scenario.MessageAction;

/** The handling of messages under way. What cannot be done is known beforehand: see {@link Preconditions}. */
record Interventions(Traffic traffic) {
    /** The originator, in the words that follow the action. */
    static final String HAND = "by hand";

    static final String SCENARIO = "by the scenario";

    /** @param by {@link #HAND} or {@link #SCENARIO} */
    void handle(Message message, MessageAction action, String by) {
        switch (action.kind()) {
            case DELIVER -> traffic.deliverNow(message.fate() == Fate.HELD ? traffic.release(message) : message);
            case LOSE -> lose(message, (by.equals(HAND) ? "dropped " : "lost ") + by);
            case DUPLICATE -> change(message.withCopies(message.copies() + 1), Handling.DUPLICATED);
            case HOLD -> {
                traffic.unpark(message);
                traffic.handled(traffic.hold(message, "held " + by), Handling.HELD);
            }
            case DELAY -> {
                traffic.unpark(message);
                int steps = ((MessageAction.DelayBy) action).steps();
                traffic.handled(traffic.delay(message, steps, "delayed " + by), Handling.DELAYED);
            }
            case CORRUPT -> change(message.withCorrupt(true), Handling.CORRUPTED);
            case TRIM ->
                change(
                        message.withContent(
                                message.update().orElseThrow().without(((MessageAction.Trim) action).keys())),
                        Handling.TRIMMED);
            case RESTORE -> traffic.restore(message);
            case REORDER -> traffic.move(message, ((MessageAction.Reorder) action).place());
        }
    }

    private void lose(Message message, String why) {
        traffic.unpark(message);
        if (message.fate() == Fate.HELD) {
            traffic.handled(traffic.settle(message, Fate.DISCARDED, "thrown away"), Handling.DISCARDED);
        } else {
            traffic.handled(traffic.settle(message, Fate.LOST, why), Handling.LOST);
        }
    }

    private void change(Message changed, Handling handling) {
        traffic.handled(traffic.put(changed), handling);
    }
}

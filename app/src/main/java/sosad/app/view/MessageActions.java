package sosad.app.view;

import java.util.Set;
import sosad.model.Key;

/** What a user can do to a message that is in flight or held. */
public interface MessageActions {
    /** Delivers it now, out of turn if need be. */
    void deliver(long id);

    /** Loses it, or throws it away if it is held. */
    void drop(long id);

    /** Lets it be delivered once more. */
    void duplicate(long id);

    /** Parks it at its sender's side. */
    void hold(long id);

    /** Parks it at its sender's side for so many steps. */
    void delay(long id, int steps);

    /** Lets its bytes be changed on the way. */
    void corrupt(long id);

    /** Gives it another place, from 1, among those in flight. */
    void reorder(long id, int place);

    /** Takes the changes of these keys out of it. */
    void trim(long id, Set<Key> keys);
}

package sosad.app.view.stage.message;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The order of the messages in flight, and the keys that change it. */
final class FlightOrder {
    private FlightOrder() {}

    /**
     * Returns how many places later a key moves a message: Alt with Left or Up -1, with Right or Down 1, any other 0.
     */
    static int shift(KeyEvent key) {
        if (!key.isAltDown() || key.isControlDown() || key.isMetaDown()) {
            return 0;
        }
        if (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.UP) {
            return -1;
        }
        return key.getCode() == KeyCode.RIGHT || key.getCode() == KeyCode.DOWN ? 1 : 0;
    }

    /** Returns the place, from 1, that is {@code shift} places later in the queue; none if there is no such place. */
    static OptionalInt place(List<Long> queue, long id, int shift) {
        int now = queue.indexOf(id);
        int wanted = now + shift;
        return now < 0 || wanted < 0 || wanted >= queue.size() ? OptionalInt.empty() : OptionalInt.of(wanted + 1);
    }
}

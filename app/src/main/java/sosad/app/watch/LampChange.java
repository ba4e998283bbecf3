package sosad.app.watch;

import java.util.List;

/**
 * All lamps from an event on, until the next change.
 *
 * @param event the event's id
 */
record LampChange(int event, List<Lamp> lamps) {
    LampChange {
        lamps = List.copyOf(lamps);
    }
}

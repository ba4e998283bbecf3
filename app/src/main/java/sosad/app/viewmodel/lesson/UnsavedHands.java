package sosad.app.viewmodel.lesson;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import sosad.app.history.History;
import sosad.app.history.HistoryEvent;
import sosad.app.history.HistoryEvent.Trigger;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;

/**
 * Whether something was done by hand since the run was saved last, or was opened. What was taken back counts, for it is
 * still to be found among the branches; a read does not, for it changes nothing.
 */
final class UnsavedHands {
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    /** What was done by hand when it was saved, by the id of the event; the run itself is let go when it is left. */
    private Map<Integer, RunEvent> saved = Map.of();

    private Optional<History> seen = Optional.empty();

    /** Follows the run, which goes on, goes back or is another branch. */
    void follow(History history) {
        int known = seen.filter(before -> before.size() <= history.size() && history.first(before.size()) == before)
                .map(History::size)
                .orElse(0);
        seen = Optional.of(history);
        for (int i = history.size() - 1; i >= known && !unsaved.get(); i--) {
            unsaved.set(isByHand(history.at(i)) && !isSaved(history.at(i).event()));
        }
    }

    private static boolean isByHand(Snapshot moment) {
        Trigger trigger = moment.event().trigger();
        RunEvent what = moment.what();
        boolean changes = !(what instanceof RunEvent.Read
                || what instanceof RunEvent.Asked
                || what instanceof RunEvent.Inquired
                || what instanceof RunEvent.Failed);
        return changes && !moment.isLive() && (trigger == Trigger.HAND || trigger == Trigger.OUTSIDE);
    }

    private boolean isSaved(HistoryEvent event) {
        return event.what().equals(saved.get(event.id()));
    }

    /** This run, or all that there was of it, is saved. */
    void saved(History history) {
        saved = handsOf(history);
        unsaved.set(false);
        Optional<History> present = seen;
        seen = Optional.empty();
        present.ifPresent(this::follow);
    }

    /** Another run begins, or this one need not be kept. */
    void forget() {
        saved = seen.map(UnsavedHands::handsOf).orElse(Map.of());
        unsaved.set(false);
    }

    private static Map<Integer, RunEvent> handsOf(History history) {
        return history.snapshots().stream()
                .filter(UnsavedHands::isByHand)
                .collect(Collectors.toMap(Snapshot::index, Snapshot::what));
    }

    ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }
}

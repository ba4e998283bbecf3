package sosad.app.view.timeline;

import static sosad.model.PlainFormat.format;

import java.util.Collections;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import sosad.app.history.History;
import sosad.app.history.text.EventQuery;
import sosad.app.history.text.EventSearch;

/** The search in the time line: what is looked for, what was found, and which of it is looked at. */
final class TimelineSearch {
    /** How many events are searched in a frame: a few milliseconds. */
    private static final int SLICE = 1_000;

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
    private final TimelineView view;
    private EventSearch search = new EventSearch(EventQuery.of(""));
    private boolean isRunning;
    private int at = -1;

    private final AnimationTimer slices = new AnimationTimer() {
        @Override
        public void handle(long now) {
            searchOn();
        }
    };

    TimelineSearch(TimelineView view) {
        this.view = view;
        text.addListener((property, old, now) -> begin());
    }

    /** Returns what is looked for; empty: nothing. */
    StringProperty textProperty() {
        return text;
    }

    /** Returns how many events were found, and which of them is looked at, in words. */
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Returns the ids of the events found. */
    List<Integer> hits() {
        return search.hits();
    }

    /** Returns the id of the hit that is looked at; -1: none. */
    int current() {
        return at < 0 ? -1 : hits().get(at);
    }

    private void begin() {
        search = new EventSearch(EventQuery.of(text.get()));
        at = -1;
        follow(view.history());
        view.drawOver();
    }

    /** Searches what a history has more than the one before. */
    void follow(History history) {
        if (history == null || text.get().isBlank()) {
            count.set("");
            return;
        }
        search.follow(history);
        at = Math.min(at, hits().size() - 1);
        searchOn();
    }

    private void searchOn() {
        boolean hasMore = search.search(SLICE);
        if (at < 0 && !hits().isEmpty()) {
            at = firstFromHere();
            view.focusOn(current());
        }
        show(hasMore);
        if (hasMore != isRunning) {
            isRunning = hasMore;
            if (hasMore) {
                slices.start();
            } else {
                slices.stop();
            }
        }
        view.drawOver();
    }

    /** The first hit at the moment shown or after it, else the last one before. */
    private int firstFromHere() {
        int place = Collections.binarySearch(hits(), view.shownIndex());
        return Math.min(hits().size() - 1, place >= 0 ? place : -place - 1);
    }

    /** Goes to another hit, {@code step} further, and from the last one to the first. */
    void go(int step) {
        if (!hits().isEmpty()) {
            at = Math.floorMod(at + step, hits().size());
            show(isRunning);
            view.focusOn(current());
        }
    }

    private void show(boolean hasMore) {
        int size = hits().size();
        count.set(
                text.get().isBlank()
                        ? ""
                        : size == 0
                                ? hasMore ? "searching…" : "no hits"
                                : format("%,d of %,d", at + 1, size) + (hasMore ? "…" : ""));
    }
}

package sosad.app.history.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sosad.app.history.History;

/** The events of a history that a query asks for, found piece by piece, so that nobody waits for a long history. */
public final class EventSearch {
    private final EventQuery query;
    private final List<Integer> hits = new ArrayList<>();
    private History history;
    private int searched;

    public EventSearch(EventQuery query) {
        this.query = query;
    }

    /** Searches this history from now on; what it shares with the one before need not be searched again. */
    public void follow(History newHistory) {
        boolean goesOn = history != null
                && newHistory.size() >= searched
                && (searched == 0 || newHistory.first(searched) == history.first(searched));
        if (!goesOn) {
            hits.clear();
            searched = 0;
        }
        history = newHistory;
    }

    /**
     * Searches on.
     *
     * @param events how many at most
     * @return whether there is more to search
     */
    public boolean search(int events) {
        int end = history == null || query.isEmpty() ? searched : Math.min(history.size(), searched + events);
        for (; searched < end; searched++) {
            if (query.matches(history.at(searched).what())) {
                hits.add(searched);
            }
        }
        return !query.isEmpty() && history != null && searched < history.size();
    }

    /** Returns the ids of the events found so far, in order. */
    public List<Integer> hits() {
        return Collections.unmodifiableList(hits);
    }
}

package sosad.app.viewmodel.history;

import static sosad.model.PlainFormat.format;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sosad.app.history.History;
import sosad.app.history.SentCounts;
import sosad.app.history.Snapshot;
import sosad.app.history.text.Sentences;

/** The log of events, in sentences, oldest first; only the last {@value #MAX_LINES} are kept. */
public final class LogViewModel {
    /** The most lines that are kept. */
    public static final int MAX_LINES = 2_000;

    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final ObservableList<LogLine> view = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyObjectWrapper<SentCounts> sent = new ReadOnlyObjectWrapper<>(SentCounts.NOTHING);
    private Snapshot last;

    /** The lines, oldest first; not to be changed. */
    public ObservableList<LogLine> lines() {
        return view;
    }

    /** What nodes had sent each other at the moment shown. */
    public ReadOnlyObjectProperty<SentCounts> sentProperty() {
        return sent.getReadOnlyProperty();
    }

    /** This moment is shown. */
    public void show(Snapshot shown) {
        sent.set(shown.sent());
    }

    /** Adds a line that belongs to no moment. */
    public void add(String text) {
        append(List.of(new LogLine("", text)));
    }

    /** Adds a sentence for every moment that is new in {@code history}. */
    public void follow(History history) {
        List<Snapshot> all = history.snapshots();
        int first = Math.max(firstNew(history), all.size() - MAX_LINES);
        append(all.subList(first, all.size()).stream()
                .map(snapshot -> new LogLine("T = " + snapshot.time(), Sentences.of(snapshot.what())))
                .toList());
        last = history.present();
    }

    /** After Back or a restart the history is another one; its repeated events are in the log already. */
    private int firstNew(History history) {
        int size = history.size();
        if (last == null) {
            return 0;
        }
        if (last.index() < size && isSame(last, history.at(last.index()))) {
            return last.index() + 1;
        }
        add(
                size == 1
                        ? "The cluster was restarted."
                        : format(
                                "Went to T = %d; everything before was replayed.",
                                history.present().time()));
        return size;
    }

    /** A live moment changes as long as it lasts. */
    private static boolean isSame(Snapshot one, Snapshot other) {
        return one.equals(other) || (one.isLive() && other.what().equals(one.what()));
    }

    /** @param more no more than are kept */
    private void append(List<LogLine> more) {
        int excess = lines.size() + more.size() - MAX_LINES;
        if (excess > 0) {
            lines.remove(0, excess);
        }
        lines.addAll(more);
    }
}

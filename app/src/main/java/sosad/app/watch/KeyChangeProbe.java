package sosad.app.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.NodeId;

/** A dead node holds what it held when it died, until it is back and shows what it holds. */
final class KeyChangeProbe implements BreakpointProbe {
    private final Breakpoint.KeyChanges wanted;
    private final Map<NodeId, Optional<Entry>> last = new HashMap<>();

    KeyChangeProbe(Breakpoint.KeyChanges wanted) {
        this.wanted = wanted;
    }

    @Override
    public void begin(History history, HeldEntries held) {
        compare(held);
    }

    @Override
    public Optional<String> next(Snapshot snapshot, HeldEntries held, List<HeldEntries.Change> changes) {
        boolean isConcerned = held.hasOthersLive()
                || changes.stream().anyMatch(change -> change.key().equals(wanted.key()));
        return isConcerned ? compare(held) : Optional.empty();
    }

    private Optional<String> compare(HeldEntries held) {
        List<String> words = held.live().stream()
                .filter(node -> wanted.at().map(node::equals).orElse(true))
                .flatMap(node -> changed(node, held.entry(node, wanted.key())).stream())
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(words.stream().collect(Collectors.joining(", ")));
    }

    private Optional<String> changed(NodeId node, Optional<Entry> now) {
        Optional<Entry> before = last.put(node, now);
        return before == null || before.equals(now)
                ? Optional.empty()
                : Optional.of("%s has %s, was %s".formatted(node, words(now), words(before)));
    }

    private String words(Optional<Entry> entry) {
        return entry.map(EntryWords::of).orElse("no " + wanted.key());
    }
}

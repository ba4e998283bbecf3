package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.watch.Breakpoint.Limit;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.model.Value;

/** A tombstone is as good as nothing, and what a dead node holds does not count. */
final class KeyDifferenceProbe implements BreakpointProbe {
    private final Breakpoint.KeyDiffers wanted;
    private boolean differs;
    private boolean told;
    private int sinceStep;
    private long sinceTime;

    KeyDifferenceProbe(Breakpoint.KeyDiffers wanted) {
        this.wanted = wanted;
    }

    @Override
    public void begin(History history, HeldEntries held) {
        compare(history.present(), held);
        told = isTooLong(history.present());
    }

    @Override
    public Optional<String> next(Snapshot snapshot, HeldEntries held, List<HeldEntries.Change> changes) {
        if (held.hasOthersLive()
                || changes.stream().anyMatch(change -> change.key().equals(wanted.key()))) {
            compare(snapshot, held);
        }
        if (told || !isTooLong(snapshot)) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(nodes(held).stream().map(node -> words(node, held)).collect(Collectors.joining(", "))
                + format(", since T = %d", sinceTime));
    }

    private void compare(Snapshot snapshot, HeldEntries held) {
        boolean now =
                nodes(held).stream().map(node -> value(node, held)).distinct().count() > 1;
        if (now && !differs) {
            sinceStep = snapshot.step();
            sinceTime = snapshot.time();
        }
        differs = now;
        told &= now;
    }

    private boolean isTooLong(Snapshot snapshot) {
        return differs
                && wanted.limit()
                        .map(limit -> lasted(snapshot, limit) > limit.amount())
                        .orElse(true);
    }

    private long lasted(Snapshot snapshot, Limit limit) {
        return limit.unit() == Limit.Unit.STEPS ? snapshot.step() - sinceStep : snapshot.time() - sinceTime;
    }

    private List<NodeId> nodes(HeldEntries held) {
        return held.live().stream()
                .filter(node -> wanted.on().isEmpty() || wanted.on().contains(node))
                .toList();
    }

    private Optional<Value> value(NodeId node, HeldEntries held) {
        return held.entry(node, wanted.key()).flatMap(Entry::value);
    }

    private String words(NodeId node, HeldEntries held) {
        return "%s has %s"
                .formatted(
                        node, held.entry(node, wanted.key()).map(EntryWords::of).orElse("no " + wanted.key()));
    }
}

package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import sosad.app.history.History;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.watch.Breakpoint.RowPasses.Part;
import sosad.protocol.EnumNames;
import sosad.protocol.Row;

/** A dead node has no rows. */
final class RowProbe implements BreakpointProbe {
    private final Breakpoint.RowPasses wanted;
    private List<NodeState> nodes = List.of();
    private Optional<Long> last = Optional.empty();

    RowProbe(Breakpoint.RowPasses wanted) {
        this.wanted = wanted;
    }

    @Override
    public void begin(History history, HeldEntries held) {
        last = value(history.present());
    }

    @Override
    public Optional<String> next(Snapshot snapshot, HeldEntries held, List<HeldEntries.Change> changes) {
        if (snapshot.nodes() == nodes) {
            return Optional.empty();
        }
        nodes = snapshot.nodes();
        Optional<Long> before = last;
        last = value(snapshot);
        return isSo(last) && !isSo(before) ? Optional.of(words(before)) : Optional.empty();
    }

    private boolean isSo(Optional<Long> value) {
        return value.map(number -> wanted.comparison().holds(number, wanted.value()))
                .orElse(false);
    }

    private Optional<Long> value(Snapshot snapshot) {
        return snapshot.nodes().stream()
                .filter(node -> node.id().equals(wanted.at()))
                .findFirst()
                .map(node -> node.rows().get(wanted.peer()))
                .map(this::value);
    }

    private long value(Row row) {
        return wanted.part() == Part.NOW ? row.now() : row.prev();
    }

    private String words(Optional<Long> before) {
        return format(
                "%s-%s at %s is %d%s",
                wanted.peer(),
                EnumNames.of(wanted.part()),
                wanted.at(),
                last.orElseThrow(),
                before.map(was -> format(", was %d", was)).orElse(""));
    }
}

package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import sosad.app.history.History;
import sosad.app.history.Snapshot;

/** See {@link KeptWrites}. */
final class LostWriteProbe implements BreakpointProbe {
    private final KeptWrites writes = new KeptWrites();
    private final Breakpoint.WriteLost wanted;

    LostWriteProbe(Breakpoint.WriteLost wanted) {
        this.wanted = wanted;
    }

    @Override
    public void begin(History history, HeldEntries held) {
        history.snapshots().forEach(writes::note);
        writes.begin(held);
    }

    @Override
    public Optional<String> next(Snapshot snapshot, HeldEntries held, List<HeldEntries.Change> changes) {
        return writes.next(snapshot, held, changes).stream()
                .filter(write -> wanted.of().map(write.key()::equals).orElse(true))
                .map(write -> format(
                        "%s@%d, written at %s, is on no live node",
                        write.key(),
                        write.version().timestamp(),
                        write.version().origin()))
                .reduce((one, other) -> one + "; " + other);
    }
}

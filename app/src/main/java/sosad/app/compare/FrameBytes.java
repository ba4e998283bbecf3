package sosad.app.compare;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.StoreCheck;
import sosad.protocol.StoreCheck.Stage;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;
import sosad.wire.PeerCodec;

/** The bytes that entries take in a frame of ours, so that ghosts and rules pay the same for an entry. */
final class FrameBytes {
    private static final NodeId FROM = new NodeId("A");
    private static final NodeId TO = new NodeId("B");
    private static final long ENVELOPE = frame(List.of());
    private static final int FIELD = ",\"changes\":[]".length();

    private final Map<Version, Integer> ofEntry = new HashMap<>();

    /** Returns the bytes of a frame with these changes and nothing else. */
    long of(Collection<Entry> changes) {
        if (changes.isEmpty()) {
            return ENVELOPE;
        }
        int commas = changes.size() - 1;
        return ENVELOPE
                + FIELD
                + commas
                + changes.stream().mapToLong(this::ofEntry).sum();
    }

    private int ofEntry(Entry entry) {
        return ofEntry.computeIfAbsent(entry.version(), version -> (int) (frame(List.of(entry)) - ENVELOPE - FIELD));
    }

    private static long frame(List<Entry> changes) {
        StoreCheck check = new StoreCheck(Optional.of(new Stage(1, 1_000)), Optional.empty(), List.of());
        Update update =
                new Update(FROM, TO, Kind.SYNC, 1, 10_000, 10_000, OptionalLong.empty(), changes, List.of(), check);
        return PeerCodec.encode(new PeerMessage(1, update)).bytes().length;
    }
}

package sosad.app.compare;

import java.util.EnumMap;
import java.util.Map;
import sosad.wire.FrameKind;

/** Counts what nodes send, whether or not it arrives. */
final class TrafficMeter {
    private final Map<FrameKind, Long> messages = new EnumMap<>(FrameKind.class);
    private long bytes;
    private long entries;

    void sent(FrameKind kind, long frameBytes, long changes) {
        messages.merge(kind, 1L, Long::sum);
        bytes += frameBytes;
        entries += changes;
    }

    long messages() {
        return messages.values().stream().mapToLong(Long::longValue).sum();
    }

    long messages(FrameKind kind) {
        return messages.getOrDefault(kind, 0L);
    }

    long bytes() {
        return bytes;
    }

    long entries() {
        return entries;
    }
}

package sosad.node.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sosad.message.Launch.Fsync;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.node.store.DiskStore.StoreException;
import sosad.protocol.Row;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;

/** Stores and their contents for tests. */
final class Stores {
    static final NodeId A = new NodeId("A");
    static final NodeId B = new NodeId("B");
    static final long STORE_ID = 77;

    private Stores() {}

    static DiskStore open(Path folder, Fsync fsync, Turns loop) throws StoreException {
        return DiskStore.open(
                new DiskSettings(folder, fsync, false, A, false), () -> STORE_ID, loop, Stores::mustNotFail);
    }

    static DiskStore open(Path folder, Turns loop) throws StoreException {
        return open(folder, Fsync.ALWAYS, loop);
    }

    static DiskStore wiped(Path folder, NodeId node) throws StoreException {
        return DiskStore.open(
                new DiskSettings(folder, Fsync.ALWAYS, true, node, false),
                () -> STORE_ID + 1,
                new Turns(),
                Stores::mustNotFail);
    }

    private static void mustNotFail(String reason) {
        throw new AssertionError(reason);
    }

    static Entry entry(String key, String value, long sequence) {
        return new Entry(new Key(key), Optional.of(Value.of(value)), new Version(5, A, STORE_ID, sequence));
    }

    static Entry tombstone(String key, long sequence) {
        return new Entry(new Key(key), Optional.empty(), new Version(5, A, STORE_ID, sequence));
    }

    static SavedPeer peer(long now) {
        return new SavedPeer(
                new Row(now, now - 1, now - 2),
                now + 100,
                List.of(new Stage(7, 3), new Stage(1L << 52, Long.MAX_VALUE)));
    }
}

package sosad.node.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import sosad.model.NodeId;
import sosad.node.store.RecordChecksum.DamageException;
import sosad.protocol.Row;
import sosad.protocol.SavedPeer;

/** The record of a peer, as bytes. */
final class PeerRecord {
    private static final String PREFIX = "peer ";
    private static final int MAX_ROW_BYTES = 4 * 10;

    private PeerRecord() {}

    /** The name under which the record of {@code peer} is kept. */
    private static String name(NodeId peer) {
        return PREFIX + peer.name();
    }

    /** The peer whose record is kept under {@code name}. */
    static NodeId peer(String name) {
        return new NodeId(name.substring(PREFIX.length()));
    }

    /** The record of {@code peer}. */
    static LogRecord of(NodeId peer, SavedPeer saved) {
        ByteBuffer buffer = ByteBuffer.allocate(
                MAX_ROW_BYTES + StageRecord.longest(saved.heard().size()));
        Row row = saved.row();
        for (long number : new long[] {row.now(), row.prev(), row.mark(), saved.storeId()}) {
            DataUtils.writeVarLong(buffer, number);
        }
        StageRecord.write(buffer, saved.heard());
        return LogRecord.state(name(peer), RecordChecksum.close(name(peer), buffer));
    }

    static SavedPeer read(String name, byte[] sealed) throws DamageException {
        ByteBuffer buffer = RecordChecksum.open(name, sealed);
        long now = DataUtils.readVarLong(buffer);
        long prev = DataUtils.readVarLong(buffer);
        long mark = DataUtils.readVarLong(buffer);
        long storeId = DataUtils.readVarLong(buffer);
        return new SavedPeer(new Row(now, prev, mark), storeId, StageRecord.read(buffer));
    }
}

package sosad.app.export.table;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.history.RunEvent;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/**
 * A client's request that was answered.
 *
 * @param what put, delete or get
 * @param at the node that served it
 * @param via the gateway that chose the node, if one did
 * @param value what was put, or what the get gave
 * @param timestamp of a put or delete
 * @param lost whether a put or delete lost at once to a newer version
 * @param mode how far a get went
 * @param stale whether a get gave something older than what a live node held
 */
public record RequestReport(
        String what,
        NodeId at,
        Optional<NodeId> via,
        Key key,
        Optional<Value> value,
        OptionalLong timestamp,
        boolean lost,
        Optional<ReadMode> mode,
        boolean stale) {
    public RequestReport {
        Objects.requireNonNull(what);
        Objects.requireNonNull(at);
        Objects.requireNonNull(key);
    }

    static RequestReport of(RunEvent.Wrote wrote) {
        return new RequestReport(
                wrote.entry().isTombstone() ? "delete" : "put",
                wrote.node(),
                wrote.via(),
                wrote.entry().key(),
                wrote.entry().value(),
                OptionalLong.of(wrote.entry().timestamp()),
                wrote.lost(),
                Optional.empty(),
                false);
    }

    static RequestReport of(RunEvent.Read read) {
        return new RequestReport(
                "get",
                read.node(),
                read.via(),
                read.key(),
                read.value(),
                OptionalLong.empty(),
                false,
                Optional.of(read.mode()),
                read.newest().isPresent());
    }
}

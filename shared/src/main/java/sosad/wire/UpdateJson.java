package sosad.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.Receipt;
import sosad.protocol.Update;

/** The JSON body of a message's frame; who sends it to whom and its kind stand in the frame's header. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UpdateJson(
        @JsonProperty(required = true) long store,
        @JsonProperty(required = true) long now,
        @JsonProperty(required = true) long prev,
        Long stamp,
        List<EntryJson> changes,
        List<ReceiptJson> receipts) {

    /** A receipt: an entry without its value. */
    record ReceiptJson(
            @JsonProperty(required = true) Key key,
            @JsonProperty(required = true) long at,
            @JsonProperty(required = true) NodeId origin,
            @JsonProperty(required = true) long store,
            @JsonProperty(required = true) long seq) {
        static ReceiptJson of(Receipt receipt) {
            Version version = receipt.version();
            return new ReceiptJson(
                    receipt.key(), version.timestamp(), version.origin(), version.storeId(), version.sequence());
        }

        Receipt toReceipt() {
            return new Receipt(key, new Version(at, origin, store, seq));
        }
    }

    static UpdateJson of(Update update) {
        boolean stamped = update.stamp().isPresent();
        return new UpdateJson(
                update.storeId(),
                update.now(),
                update.prev(),
                stamped ? update.stamp().getAsLong() : null,
                update.changes().isEmpty()
                        ? null
                        : update.changes().stream()
                                .map(change -> EntryJson.of(change, !stamped))
                                .toList(),
                update.receipts().isEmpty()
                        ? null
                        : update.receipts().stream().map(ReceiptJson::of).toList());
    }

    Update toUpdate(Frame frame) throws MalformedException {
        return new Update(
                frame.from(),
                frame.to(),
                frame.kind().messageKind(),
                store,
                now,
                prev,
                stamp == null ? OptionalLong.empty() : OptionalLong.of(stamp),
                orEmpty(changes).stream().map(change -> change.toEntry(stamp)).toList(),
                orEmpty(receipts).stream().map(ReceiptJson::toReceipt).toList());
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return Optional.ofNullable(list).orElse(List.of());
    }
}

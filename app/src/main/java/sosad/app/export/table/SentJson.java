package sosad.app.export.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sosad.app.history.SentByKind;
import sosad.protocol.EnumNames;

/** What nodes have sent each other as JSON, in reports and in the API. */
public final class SentJson {
    private SentJson() {}

    /** Returns an object with a field for each kind of which there was any. */
    public static ObjectNode of(SentByKind sent) {
        ObjectNode kinds = JsonNodeFactory.instance.objectNode();
        sent.kinds().forEach((kind, sum) -> kinds.putObject(EnumNames.of(kind))
                .put("messages", sum.messages())
                .put("entries", sum.entries())
                .put("receipts", sum.receipts())
                .put("bytes", sum.bytes()));
        return kinds;
    }
}

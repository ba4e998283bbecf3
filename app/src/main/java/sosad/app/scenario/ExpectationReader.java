package sosad.app.scenario;

import java.util.List;
import sosad.app.scenario.Expectation.Converged;
import sosad.app.scenario.Expectation.Holds;
import sosad.app.scenario.Expectation.Lacks;
import sosad.app.scenario.Expectation.RowIs;
import sosad.app.yaml.YamlFields;
import sosad.model.NodeId;

/** Reads an {@code expect} action, which has one of four forms. */
record ExpectationReader(NodeNames names) {
    static final List<String> FIELDS = List.of("at", "key", "value", "absent", "peer", "now", "prev", "converged");

    Expectation read(YamlFields fields) {
        if (fields.has("converged")) {
            fields.only(List.of("converged"));
            return new Converged(fields.required("converged").truth());
        }
        if (fields.has("absent")) {
            fields.only(List.of("at", "absent"));
            NodeId at = names.node(fields.required("at"));
            return new Lacks(at, ClientText.key(fields.required("absent")));
        }
        if (fields.has("peer") || fields.has("now") || fields.has("prev")) {
            return rowIs(fields);
        }
        NodeId at = names.node(fields.required("at"));
        return new Holds(at, ClientText.key(fields.required("key")), ClientText.value(fields.required("value")));
    }

    private Expectation rowIs(YamlFields fields) {
        fields.only(List.of("at", "peer", "now", "prev"));
        NodeId at = names.node(fields.required("at"));
        NodeId peer = names.peer(at, fields.required("peer"));
        long now = fields.required("now").number(-Bounds.MAX_TIMESTAMP, Bounds.MAX_TIMESTAMP);
        return new RowIs(at, peer, now, fields.required("prev").number(-Bounds.MAX_TIMESTAMP, Bounds.MAX_TIMESTAMP));
    }
}

package sosad.app.scenario;

import sosad.app.yaml.YamlFields;
import sosad.app.yaml.YamlValue;
import sosad.model.NodeId;

/** Reads where a client sends its request: {@code at} a node or {@code via} a gateway. */
final class AccessReader {
    /** The word for the first gateway. */
    private static final String FIRST = "gateway";

    private final NodeNames nodes;
    private final NodeNames gateways;

    AccessReader(ClusterPlan cluster) {
        this.nodes = new NodeNames(cluster.nodes());
        this.gateways = new NodeNames(cluster.gatewayNames());
    }

    Access read(YamlFields fields) {
        if (!fields.has("via")) {
            return Access.at(nodes.node(fields.required("at")));
        }
        if (fields.has("at")) {
            throw fields.errorAt("via", "a request goes \"at\" a node or \"via\" a gateway, not both; leave one out");
        }
        return Access.via(gateway(fields.required("via")));
    }

    private NodeId gateway(YamlValue field) {
        if (gateways.nodes().isEmpty()) {
            throw field.error("there is no gateway; write \"gateways: 1\" under cluster");
        }
        return field.text().equals(FIRST) ? gateways.nodes().get(0) : gateways.gateway(field);
    }

    /** A node or gateway, for what can be done to both. */
    NodeId process(YamlValue field) {
        boolean isGateway =
                gateways.nodes().stream().anyMatch(gateway -> gateway.name().equals(field.text()));
        return isGateway ? gateways.gateway(field) : nodes.node(field);
    }
}

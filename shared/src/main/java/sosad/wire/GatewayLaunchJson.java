package sosad.wire;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import sosad.message.Address;
import sosad.message.GatewayLaunch;
import sosad.model.NodeId;

/** The JSON form of what a gateway is started with. */
final class GatewayLaunchJson {
    private GatewayLaunchJson() {}

    static void write(JsonText json, GatewayLaunch launch) throws IOException {
        json.text("id", launch.id())
                .object("backends", launch.backends(), GatewayLaunchJson::backends)
                .object("limits", launch.limits(), LaunchJson::limits)
                .text("control", launch.control())
                .text("secret", launch.secret());
    }

    private static void backends(JsonText json, Map<NodeId, Address> backends) throws IOException {
        for (Map.Entry<NodeId, Address> backend : backends.entrySet()) {
            json.text(backend.getKey().name(), backend.getValue());
        }
    }

    static GatewayLaunch read(JsonObject json) throws MalformedException {
        Map<NodeId, Address> backends = new TreeMap<>();
        json.texts("backends").forEach((name, address) -> backends.put(new NodeId(name), Address.parse(address)));
        return new GatewayLaunch(
                new NodeId(json.text("id")),
                backends,
                json.object("limits", LaunchJson::readLimits),
                Address.parse(json.text("control")),
                json.text("secret"));
    }
}

package sosad.wire;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sosad.message.Address;
import sosad.message.Launch;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.Rules;
import sosad.protocol.Schedule;
import sosad.protocol.Timestamps;
import sosad.protocol.Words;

/** The JSON form of what a node is started with. */
final class LaunchForm {
    private LaunchForm() {}

    static void write(JsonText json, Launch launch) throws IOException {
        json.text("id", launch.id())
                .object("peers", launch.peers(), LaunchForm::peers)
                .number("clientPort", launch.clientPort())
                .number("peerPort", launch.peerPort())
                .object("rules", launch.rules(), LaunchForm::rules)
                .object("limits", launch.limits(), LaunchForm::limits)
                .number("storeId", launch.storeId())
                .number("firstMessage", launch.firstMessage())
                .flag("rejoin", launch.rejoin());
        if (launch.control().isPresent()) {
            json.text("control", launch.control().get());
        }
        json.flag("parent", launch.parent()).text("secret", launch.secret());
    }

    private static void peers(JsonText json, Map<NodeId, Address> peers) throws IOException {
        for (Map.Entry<NodeId, Address> peer : peers.entrySet()) {
            json.text(peer.getKey().name(), peer.getValue());
        }
    }

    private static void rules(JsonText json, Rules rules) throws IOException {
        json.text("content", Words.of(rules.content()))
                .text("timestamps", Words.of(rules.timestamps()))
                .text("schedule", Words.of(rules.schedule()))
                .number("startTime", rules.startTime());
    }

    private static void limits(JsonText json, Limits limits) throws IOException {
        json.number("keyCharacters", limits.keyCharacters()).number("valueBytes", limits.valueBytes());
    }

    static Launch read(JsonObject json) throws MalformedException {
        Map<NodeId, Address> peers = new TreeMap<>();
        json.texts("peers").forEach((name, address) -> peers.put(new NodeId(name), Address.parse(address)));
        Optional<String> control = json.textIfAny("control");
        return new Launch(
                new NodeId(json.text("id")),
                peers,
                json.integer("clientPort"),
                json.integer("peerPort"),
                json.object("rules", LaunchForm::readRules),
                json.object("limits", LaunchForm::readLimits),
                json.number("storeId"),
                json.number("firstMessage"),
                json.flag("rejoin"),
                control.map(Address::parse),
                json.flag("parent"),
                json.text("secret"));
    }

    private static Rules readRules(JsonObject json) throws MalformedException {
        return new Rules(
                word(json, "content", Content.class),
                word(json, "timestamps", Timestamps.class),
                word(json, "schedule", Schedule.class),
                json.number("startTime"));
    }

    private static <E extends Enum<E>> E word(JsonObject json, String field, Class<E> type) throws MalformedException {
        String word = json.text(field);
        return Words.parse(type, word)
                .orElseThrow(() -> new MalformedException("%s is none of %s".formatted(word, Words.all(type))));
    }

    private static Limits readLimits(JsonObject json) throws MalformedException {
        return new Limits(json.integer("keyCharacters"), json.integer("valueBytes"));
    }
}

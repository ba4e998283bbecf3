package sosad.wire;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sosad.message.Address;
import sosad.message.Launch;
import sosad.message.Launch.Disk;
import sosad.message.Launch.Fsync;
import sosad.message.Ports;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** The JSON form of what a node is started with. */
final class LaunchJson {
    private LaunchJson() {}

    static void write(JsonText json, Launch launch) throws IOException {
        json.text("id", launch.id())
                .object("peers", launch.peers(), LaunchJson::peers)
                .object("ports", launch.ports(), LaunchJson::ports)
                .object("rules", launch.rules(), LaunchJson::rules)
                .object("limits", launch.limits(), LaunchJson::limits)
                .number("storeId", launch.storeId())
                .number("firstMessage", launch.firstMessage())
                .flag("rejoin", launch.rejoin());
        if (launch.control().isPresent()) {
            json.text("control", launch.control().get());
        }
        json.flag("parent", launch.parent())
                .text("secret", launch.secret())
                .word("reads", launch.reads())
                .objectIfAny("live", launch.live(), LiveJson::write)
                .objectIfAny("disk", launch.disk(), LaunchJson::disk);
    }

    private static void peers(JsonText json, Map<NodeId, Address> peers) throws IOException {
        for (Map.Entry<NodeId, Address> peer : peers.entrySet()) {
            json.text(peer.getKey().name(), peer.getValue());
        }
    }

    private static void ports(JsonText json, Ports ports) throws IOException {
        json.text("bind", ports.bind())
                .number("client", ports.client())
                .number("peer", ports.peer())
                .numberIfAny("control", ports.control())
                .numberIfAny("metrics", ports.metrics());
    }

    private static void disk(JsonText json, Disk disk) throws IOException {
        json.text("folder", disk.folder()).word("fsync", disk.fsync()).flag("wipe", disk.wipe());
    }

    private static void rules(JsonText json, Rules rules) throws IOException {
        json.word("content", rules.content())
                .word("timestamps", rules.timestamps())
                .word("schedule", rules.schedule())
                .number("startTime", rules.startTime());
    }

    static void limits(JsonText json, Limits limits) throws IOException {
        json.number("keyCharacters", limits.keyCharacters()).number("valueBytes", limits.valueBytes());
    }

    static Launch read(JsonObject json) throws MalformedException {
        Map<NodeId, Address> peers = new TreeMap<>();
        json.texts("peers").forEach((name, address) -> peers.put(new NodeId(name), Address.parse(address)));
        Optional<String> control = json.textIfAny("control");
        return new Launch(
                new NodeId(json.text("id")),
                peers,
                json.object("ports", LaunchJson::readPorts),
                json.object("rules", LaunchJson::readRules),
                json.object("limits", LaunchJson::readLimits),
                json.number("storeId"),
                json.number("firstMessage"),
                json.flag("rejoin"),
                control.map(Address::parse),
                json.flag("parent"),
                json.text("secret"),
                json.word("reads", ReadMode.class),
                json.objectIfAny("live", LiveJson::read),
                json.objectIfAny("disk", LaunchJson::readDisk));
    }

    private static Ports readPorts(JsonObject json) throws MalformedException {
        return new Ports(
                json.text("bind"),
                json.integer("client"),
                json.integer("peer"),
                json.integerIfAny("control"),
                json.integerIfAny("metrics"));
    }

    private static Disk readDisk(JsonObject json) throws MalformedException {
        return new Disk(json.text("folder"), json.word("fsync", Fsync.class), json.flag("wipe"));
    }

    private static Rules readRules(JsonObject json) throws MalformedException {
        return new Rules(
                json.word("content", Content.class),
                json.word("timestamps", Timestamps.class),
                json.word("schedule", Schedule.class),
                json.number("startTime"));
    }

    static Limits readLimits(JsonObject json) throws MalformedException {
        return new Limits(json.integer("keyCharacters"), json.integer("valueBytes"));
    }
}

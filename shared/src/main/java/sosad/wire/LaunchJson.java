package sosad.wire;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import sosad.message.Address;
import sosad.message.GatewayLaunch;
import sosad.message.Launch;
import sosad.message.Launch.Disk;
import sosad.message.Launch.Fsync;
import sosad.message.Launch.RecordTo;
import sosad.message.Live;
import sosad.message.Live.ClockKind;
import sosad.message.Ports;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** The JSON forms of what nodes and gateways are started with. */
final class LaunchJson {
    private LaunchJson() {}

    static void write(JsonText json, Launch launch) throws IOException {
        json.text("id", launch.id())
                .object("peers", launch.peers(), LaunchJson::addresses)
                .object("ports", launch.ports(), LaunchJson::ports)
                .object("rules", launch.rules(), LaunchJson::rules)
                .object("limits", launch.limits(), LaunchJson::limits)
                .number("storeId", launch.storeId())
                .number("firstMessage", launch.firstMessage())
                .flag("rejoin", launch.rejoin())
                .textIfAny("control", launch.control())
                .flag("parent", launch.parent())
                .text("secret", launch.secret())
                .word("reads", launch.reads())
                .objectIfAny("live", launch.live(), LaunchJson::live)
                .objectIfAny("disk", launch.disk(), LaunchJson::disk)
                .objectIfAny("record", launch.record(), LaunchJson::recordTo);
    }

    private static void addresses(JsonText json, Map<NodeId, Address> addresses) throws IOException {
        for (Map.Entry<NodeId, Address> one : addresses.entrySet()) {
            json.text(one.getKey().name(), one.getValue());
        }
    }

    private static Map<NodeId, Address> addresses(JsonObject json, String field) throws MalformedException {
        Map<NodeId, Address> addresses = new TreeMap<>();
        json.texts(field).forEach((name, address) -> addresses.put(new NodeId(name), Address.parse(address)));
        return addresses;
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

    static void recordTo(JsonText json, RecordTo record) throws IOException {
        json.text("folder", record.folder()).number("maxBytes", record.maxBytes());
    }

    static RecordTo readRecordTo(JsonObject json) throws MalformedException {
        return new RecordTo(json.text("folder"), json.number("maxBytes"));
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
        return new Launch(
                new NodeId(json.text("id")),
                addresses(json, "peers"),
                json.object("ports", LaunchJson::readPorts),
                json.object("rules", LaunchJson::readRules),
                json.object("limits", LaunchJson::readLimits),
                json.number("storeId"),
                json.number("firstMessage"),
                json.flag("rejoin"),
                json.textIfAny("control").map(Address::parse),
                json.flag("parent"),
                json.text("secret"),
                json.word("reads", ReadMode.class),
                json.objectIfAny("live", LaunchJson::readLive),
                json.objectIfAny("disk", LaunchJson::readDisk),
                json.objectIfAny("record", LaunchJson::readRecordTo));
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

    static void writeGateway(JsonText json, GatewayLaunch launch) throws IOException {
        json.text("id", launch.id())
                .number("port", launch.port())
                .object("backends", launch.backends(), LaunchJson::addresses)
                .object("limits", launch.limits(), LaunchJson::limits)
                .text("control", launch.control())
                .text("secret", launch.secret());
    }

    static GatewayLaunch readGateway(JsonObject json) throws MalformedException {
        return new GatewayLaunch(
                new NodeId(json.text("id")),
                json.integer("port"),
                addresses(json, "backends"),
                json.object("limits", LaunchJson::readLimits),
                Address.parse(json.text("control")),
                json.text("secret"));
    }

    static void live(JsonText json, Live live) throws IOException {
        json.word("clock", live.clock())
                .number("originMillis", live.originMillis())
                .number("skewMillis", live.skewMillis())
                .number("pushMillis", live.pushMillis())
                .number("syncMillis", live.syncMillis())
                .number("readMillis", live.readMillis());
    }

    static Live readLive(JsonObject json) throws MalformedException {
        return new Live(
                json.word("clock", ClockKind.class),
                json.number("originMillis"),
                json.number("skewMillis"),
                json.integer("pushMillis"),
                json.integer("syncMillis"),
                json.integer("readMillis"));
    }
}

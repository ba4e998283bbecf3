package sosad.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import sosad.message.Address;
import sosad.message.Command;
import sosad.message.DiskFault;
import sosad.model.ByType;
import sosad.model.Key;
import sosad.model.NodeId;

/** The JSON form of commands; the field {@code do} says which. */
final class CommandJson {
    /** Writes one command. */
    private interface Form {
        void write(JsonText json) throws IOException;
    }

    private static final ByType<Command, Form> FORMS = new ByType<Command, Form>()
            .on(
                    Command.SetTime.class,
                    set -> json -> begin(json, "set-time", set).number("time", set.time()))
            .on(Command.Push.class, push -> json -> begin(json, "push", push).textsIfAny("to", push.to()))
            .on(
                    Command.Sync.class,
                    sync -> json -> begin(json, "sync", sync)
                            .textsIfAny("to", sync.to())
                            .textsIfAny("keys", sync.keys()))
            .on(
                    Command.Read.class,
                    read -> json -> begin(json, "read", read)
                            .number("offset", read.offset())
                            .number("limit", read.limit()))
            .on(
                    Command.GoLive.class,
                    go -> json -> begin(json, "go-live", go)
                            .object("live", go.live(), LaunchJson::live)
                            .objectIfAny("record", go.record(), LaunchJson::recordTo))
            .on(Command.Freeze.class, freeze -> json -> begin(json, "freeze", freeze))
            .on(Command.Skew.class, skew -> json -> begin(json, "skew", skew).number("skewMillis", skew.skewMillis()))
            .on(
                    Command.Drift.class,
                    drift -> json -> begin(json, "drift", drift).number("partsPerMillion", drift.partsPerMillion()))
            .on(
                    Command.SetDisk.class,
                    set -> json -> begin(json, "set-disk", set)
                            .number("delayMillis", set.fault().delayMillis())
                            .word("state", set.fault().state()))
            .on(Command.EndReads.class, end -> json -> begin(json, "end-reads", end))
            .on(Command.EndRecord.class, end -> json -> begin(json, "end-record", end))
            .on(
                    Command.Watch.class,
                    watch -> json -> begin(json, "watch", watch).flag("events", watch.events()))
            .on(
                    Command.SetBackend.class,
                    set -> json -> begin(json, "set-backend", set)
                            .text("backend", set.backend())
                            .text("address", set.address()))
            .on(Command.Stop.class, stop -> json -> begin(json, "stop", stop))
            .all(Command.class);

    private CommandJson() {}

    static void write(JsonText json, Command command) throws IOException {
        FORMS.of(command).write(json);
    }

    private static JsonText begin(JsonText json, String name, Command command) throws IOException {
        return json.text("do", name).number("id", command.id());
    }

    static Command read(JsonObject json) throws MalformedException {
        String name = json.text("do");
        long id = json.number("id");
        return switch (name) {
            case "set-time" -> new Command.SetTime(id, json.number("time"));
            case "push" -> new Command.Push(id, nodes(json));
            case "sync" -> new Command.Sync(id, nodes(json), keys(json));
            case "read" -> new Command.Read(id, json.integer("offset"), json.integer("limit"));
            case "go-live" ->
                new Command.GoLive(
                        id,
                        json.object("live", LaunchJson::readLive),
                        json.objectIfAny("record", LaunchJson::readRecordTo));
            case "freeze" -> new Command.Freeze(id);
            case "skew" -> new Command.Skew(id, json.number("skewMillis"));
            case "drift" -> new Command.Drift(id, json.integer("partsPerMillion"));
            case "set-disk" ->
                new Command.SetDisk(
                        id, new DiskFault(json.integer("delayMillis"), json.word("state", DiskFault.State.class)));
            case "end-reads" -> new Command.EndReads(id);
            case "end-record" -> new Command.EndRecord(id);
            case "watch" -> new Command.Watch(id, json.flag("events"));
            case "set-backend" ->
                new Command.SetBackend(id, new NodeId(json.text("backend")), Address.parse(json.text("address")));
            case "stop" -> new Command.Stop(id);
            default -> throw new MalformedException("there is no command \"%s\"".formatted(name));
        };
    }

    private static Optional<List<NodeId>> nodes(JsonObject json) throws MalformedException {
        return json.textsIfAny("to")
                .map(names -> names.stream().map(NodeId::new).toList());
    }

    private static Optional<List<Key>> keys(JsonObject json) throws MalformedException {
        return json.textsIfAny("keys").map(keys -> keys.stream().map(Key::new).toList());
    }
}

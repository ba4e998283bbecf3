package sosad.app.scenario;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import sosad.app.scenario.Action.Cut;
import sosad.app.scenario.Action.Delete;
import sosad.app.scenario.Action.Deliver;
import sosad.app.scenario.Action.Discard;
import sosad.app.scenario.Action.EndRule;
import sosad.app.scenario.Action.Expect;
import sosad.app.scenario.Action.Get;
import sosad.app.scenario.Action.Kill;
import sosad.app.scenario.Action.Mend;
import sosad.app.scenario.Action.Pause;
import sosad.app.scenario.Action.Push;
import sosad.app.scenario.Action.Put;
import sosad.app.scenario.Action.Resume;
import sosad.app.scenario.Action.SetRule;
import sosad.app.scenario.Action.Skew;
import sosad.app.scenario.Action.Start;
import sosad.app.scenario.Action.Sync;
import sosad.app.scenario.Action.Trim;
import sosad.app.yaml.YamlFields;
import sosad.app.yaml.YamlValue;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/** Reads the actions of a scenario's steps. */
final class ActionReader {
    private final NodeNames names;
    private final AccessReader accesses;
    private final LinkReader links;
    private final FatesReader fates;
    private final MessageReader messages;
    private final Map<String, Function<YamlValue, Action>> actions = new LinkedHashMap<>();

    ActionReader(ClusterPlan cluster) {
        this.names = new NodeNames(cluster.nodes());
        this.accesses = new AccessReader(cluster);
        this.links = new LinkReader(names);
        this.fates = new FatesReader(names);
        this.messages = new MessageReader(links);
        RuleReader rules = new RuleReader(names);
        ExpectationReader expectations = new ExpectationReader(names);
        define("put", List.of("at", "via", "key", "value"), this::put);
        define(
                "delete",
                List.of("at", "via", "key"),
                f -> new Delete(accesses.read(f), ClientText.key(f.required("key"))));
        define("get", List.of("at", "via", "key", "read", "expect", "step"), this::get);
        define("push", fated("from", "to"), this::push);
        define("sync", fated("from", "to", "keys"), this::sync);
        define("deliver", List.of("from", "to", "nth"), f -> new Deliver(links.link(f), nth(f)));
        define("discard", List.of("from", "to", "nth"), f -> new Discard(links.link(f), nth(f)));
        define("trim", List.of("from", "to", "keys", "nth"), this::trim);
        define("kill", List.of("node"), f -> new Kill(process(f)));
        define("start", List.of("node", "wipe"), this::start);
        define("pause", List.of("node"), f -> new Pause(node(f)));
        define("resume", List.of("node"), f -> new Resume(node(f)));
        define("cut", List.of("between", "from", "to"), f -> new Cut(links.links(f)));
        actions.put("mend", this::mend);
        define("rule", RuleReader.FIELDS, f -> new SetRule(rules.read(f)));
        actions.put("end-rule", this::endRule);
        define("skew", List.of("node", "by"), this::skew);
        define("expect", ExpectationReader.FIELDS, f -> new Expect(expectations.read(f)));
    }

    private static List<String> fated(String... fields) {
        return Stream.concat(Stream.of(fields), FatesReader.FIELDS.stream()).toList();
    }

    private void define(String name, List<String> fields, Function<YamlFields, Action> read) {
        actions.put(name, value -> read.apply(value.fields(fields)));
    }

    /** Returns the names of the actions of {@code do}. */
    Set<String> words() {
        return actions.keySet();
    }

    /** One item of a step's {@code do}. */
    Action read(YamlValue item) {
        if (item.begins(MessageReader.WORD)) {
            throw item.error("in \"do\" no message is in flight yet; write \"%s\" under \"in-flight\""
                    .formatted(MessageReader.WORD));
        }
        YamlValue action = item.single("action", words(), "- put: {at: A, key: k, value: v}");
        return actions.get(action.name()).apply(action);
    }

    /** One item of a step's {@code in-flight}. */
    Action readInFlight(YamlValue item) {
        List<String> words =
                Stream.concat(Stream.of(MessageReader.WORD), words().stream()).toList();
        YamlValue action = item.single("action", words, "- message: {do: lose, from: A, to: B}");
        return action.name().equals(MessageReader.WORD)
                ? messages.read(action.fields(MessageReader.FIELDS))
                : actions.get(action.name()).apply(action);
    }

    private Put put(YamlFields fields) {
        Access access = accesses.read(fields);
        return new Put(access, ClientText.key(fields.required("key")), ClientText.value(fields.required("value")));
    }

    private Get get(YamlFields fields) {
        Access access = accesses.read(fields);
        Key key = ClientText.key(fields.required("key"));
        ReadMode mode = fields.word("read", ReadMode.LOCAL);
        if (access.viaGateway() && mode != ReadMode.LOCAL) {
            throw fields.errorAt("read", "a gateway only passes local reads on; leave \"read\" out or write \"at\"");
        }
        boolean step = fields.optional("step").map(YamlValue::truth).orElse(false);
        if (step && mode == ReadMode.LOCAL) {
            throw fields.errorAt(
                    "step", "a local read asks nobody; leave \"step\" out or write \"read: find\" or \"read: newest\"");
        }
        return new Get(
                access,
                key,
                mode,
                fields.has("expect") ? Optional.of(reply(fields.required("expect"))) : Optional.empty(),
                step);
    }

    private static Optional<Value> reply(YamlValue expected) {
        if (expected.isNullWord()) {
            return Optional.empty();
        }
        if (expected.isNull()) {
            throw expected.error("expect is empty; write null for no value, or \"\" for an empty one");
        }
        return Optional.of(ClientText.value(expected));
    }

    private Push push(YamlFields fields) {
        NodeId from = names.node(fields.required("from"));
        return new Push(from, to(from, fields), fates.read(fields));
    }

    private Sync sync(YamlFields fields) {
        NodeId from = names.node(fields.required("from"));
        return new Sync(from, to(from, fields), fields.optional("keys").map(ClientText::keys), fates.read(fields));
    }

    private Optional<List<NodeId>> to(NodeId from, YamlFields fields) {
        return fields.optional("to").map(to -> names.peers(from, to));
    }

    private Trim trim(YamlFields fields) {
        Link link = links.link(fields);
        return new Trim(link, nth(fields), new HashSet<>(ClientText.keys(fields.required("keys"))));
    }

    static int nth(YamlFields fields) {
        return (int) fields.number("nth", 1, Bounds.MAX_NTH, 1);
    }

    private Start start(YamlFields fields) {
        NodeId process = process(fields);
        if (fields.has("wipe") && !names.nodes().contains(process)) {
            throw fields.errorAt("wipe", "%s is a gateway, which keeps nothing; leave \"wipe\" out".formatted(process));
        }
        return new Start(process, fields.optional("wipe").map(YamlValue::truth).orElse(false));
    }

    private Mend mend(YamlValue value) {
        if (value.isScalar() && !value.isNull()) {
            value.word(List.of("all"));
            return new Mend(Optional.empty());
        }
        return new Mend(Optional.of(links.links(value.fields(List.of("between", "from", "to")))));
    }

    private EndRule endRule(YamlValue value) {
        if (value.isScalar() && !value.isNull()) {
            value.word(List.of("all"));
            return new EndRule(OptionalInt.empty());
        }
        return new EndRule(OptionalInt.of(nth(value.fields(List.of("nth")))));
    }

    private Skew skew(YamlFields fields) {
        return new Skew(node(fields), fields.required("by").number(-Bounds.MAX_TIME, Bounds.MAX_TIME));
    }

    private NodeId process(YamlFields fields) {
        return accesses.process(fields.required("node"));
    }

    private NodeId node(YamlFields fields) {
        return names.node(fields.required("node"));
    }
}

package sosad.app.scenario;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sosad.app.scenario.Action.Cut;
import sosad.app.scenario.Action.Delete;
import sosad.app.scenario.Action.Deliver;
import sosad.app.scenario.Action.Discard;
import sosad.app.scenario.Action.EndRule;
import sosad.app.scenario.Action.Expect;
import sosad.app.scenario.Action.Get;
import sosad.app.scenario.Action.Handle;
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
import sosad.app.scenario.Expectation.Converged;
import sosad.app.scenario.Expectation.Holds;
import sosad.app.scenario.Expectation.Lacks;
import sosad.app.scenario.Expectation.RowIs;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.app.yaml.FlowMap;
import sosad.app.yaml.YamlText;
import sosad.model.ByType;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.protocol.Reads.ReadMode;

/** Writes actions as {@link ActionReader} reads them, each as one line without its dash. */
final class ActionWriter {
    private static final ByType<Expectation, FlowMap> EXPECTATIONS = new ByType<Expectation, FlowMap>()
            .on(Holds.class, holds -> at(holds.at()).with("key", holds.key()).with("value", holds.value()))
            .on(Lacks.class, lacks -> at(lacks.at()).with("absent", lacks.key()))
            .on(RowIs.class, row -> at(row.at())
                    .with("peer", row.peer())
                    .with("now", row.now())
                    .with("prev", row.prev()))
            .on(Converged.class, converged -> new FlowMap().with("converged", converged.converged()))
            .all(Expectation.class);

    private static final ByType<Action, List<String>> FORMS = new ByType<Action, List<String>>()
            .on(
                    Put.class,
                    put -> List.of("put: "
                            + access(put.access()).with("key", put.key()).with("value", put.value())))
            .on(
                    Delete.class,
                    delete -> List.of("delete: " + access(delete.access()).with("key", delete.key())))
            .on(Get.class, get -> List.of("get: " + get(get)))
            .on(
                    Push.class,
                    push -> List.of("push: "
                            + fated(new FlowMap().with("from", push.from()).withList("to", push.to()), push.fates())))
            .on(
                    Sync.class,
                    sync -> List.of("sync: "
                            + fated(
                                    new FlowMap()
                                            .with("from", sync.from())
                                            .withList("to", sync.to())
                                            .withList("keys", sync.keys()),
                                    sync.fates())))
            .on(Deliver.class, deliver -> List.of("deliver: " + nth(link(deliver.link()), deliver.nth())))
            .on(Discard.class, discard -> List.of("discard: " + nth(link(discard.link()), discard.nth())))
            .on(
                    Trim.class,
                    trim -> List.of(
                            "trim: " + nth(link(trim.link()), trim.nth()).withList("keys", sorted(trim.keys()))))
            .on(Handle.class, handle -> List.of("message: " + message(handle)))
            .on(SetRule.class, set -> List.of("rule: " + rule(set.rule())))
            .on(
                    EndRule.class,
                    end -> List.of("end-rule: "
                            + (end.nth().isEmpty()
                                    ? "all"
                                    : new FlowMap().with("nth", end.nth().getAsInt()))))
            .on(Skew.class, skew -> List.of("skew: " + node(skew.node()).with("by", skew.by())))
            .on(Expect.class, expect -> List.of("expect: " + EXPECTATIONS.of(expect.expectation())))
            .on(Kill.class, kill -> List.of("kill: " + node(kill.node())))
            .on(
                    Start.class,
                    start -> List.of(
                            "start: " + (start.wipe() ? node(start.node()).with("wipe", "true") : node(start.node()))))
            .on(Pause.class, pause -> List.of("pause: " + node(pause.node())))
            .on(Resume.class, resume -> List.of("resume: " + node(resume.node())))
            .on(Cut.class, cut -> links("cut", cut.links()))
            .on(
                    Mend.class,
                    mend -> mend.links().map(links -> links("mend", links)).orElseGet(() -> List.of("mend: all")))
            .all(Action.class);

    private ActionWriter() {}

    /** One line; several if some links are cut or mended that are not those between groups. */
    static List<String> lines(Action action) {
        return FORMS.of(action);
    }

    private static FlowMap get(Get get) {
        FlowMap fields = access(get.access()).with("key", get.key());
        if (get.mode() != ReadMode.LOCAL) {
            fields.with("read", EnumNames.of(get.mode()));
        }
        get.expected()
                .ifPresent(expected -> fields.raw(
                        "expect",
                        expected.map(value -> YamlText.inFlow(value.text())).orElse("null")));
        if (get.step()) {
            fields.with("step", "true");
        }
        return fields;
    }

    private static FlowMap fated(FlowMap fields, Fates fates) {
        fields.withAny("lose", fates.lose()).withAny("hold", fates.hold());
        if (!fates.delay().isEmpty()) {
            FlowMap delay = new FlowMap();
            new TreeMap<>(fates.delay()).forEach((to, steps) -> delay.with(YamlText.inFlow(to.name()), (long) steps));
            fields.raw("delay", delay.toString());
        }
        return fields.withAny("corrupt", fates.corrupt()).withAny("duplicate", fates.duplicate());
    }

    private static FlowMap rule(TrafficRule rule) {
        FlowMap fields = new FlowMap().with("do", EnumNames.of(rule.treatment()));
        rule.from().ifPresent(from -> fields.with("from", from));
        rule.to().ifPresent(to -> fields.with("to", to));
        rule.kind().ifPresent(kind -> fields.with("kind", EnumNames.of(kind)));
        if (rule.every() > 1) {
            fields.with("every", rule.every());
        }
        if (rule.treatment() == Treatment.DELAY) {
            fields.with("steps", rule.steps());
        }
        return fields;
    }

    private static FlowMap message(Handle handle) {
        FlowMap fields = new FlowMap().with("do", EnumNames.of(handle.action().kind()));
        if (handle.state() != MessageState.IN_FLIGHT) {
            fields.with("state", EnumNames.of(handle.state()));
        }
        link(fields, handle.link());
        nth(fields, handle.nth());
        if (handle.action() instanceof MessageAction.DelayBy delay) {
            fields.with("steps", delay.steps());
        } else if (handle.action() instanceof MessageAction.Trim trim) {
            fields.withList("keys", sorted(trim.keys()));
        }
        return fields;
    }

    private static List<Key> sorted(Set<Key> keys) {
        return keys.stream().sorted().toList();
    }

    private static FlowMap nth(FlowMap fields, int nth) {
        return nth == 1 ? fields : fields.with("nth", nth);
    }

    private static FlowMap link(Link link) {
        return link(new FlowMap(), link);
    }

    private static FlowMap link(FlowMap fields, Link link) {
        return fields.with("from", link.from()).with("to", link.to());
    }

    private static FlowMap access(Access access) {
        return new FlowMap().with(access.viaGateway() ? "via" : "at", access.name());
    }

    private static FlowMap at(NodeId node) {
        return new FlowMap().with("at", node);
    }

    private static FlowMap node(NodeId node) {
        return new FlowMap().with("node", node);
    }

    private static List<String> links(String action, List<Link> links) {
        return LinkGroups.of(links)
                .map(groups -> List.of(action + ": " + new FlowMap().raw("between", between(groups))))
                .orElseGet(() ->
                        links.stream().map(link -> action + ": " + link(link)).toList());
    }

    private static String between(List<Set<NodeId>> groups) {
        return groups.stream().map(FlowMap::list).collect(Collectors.joining(", ", "[", "]"));
    }
}

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
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.protocol.Reads.ReadMode;

/** Writes actions as {@link ActionReader} reads them, each as one line without its dash. */
final class ActionWriter {
    private ActionWriter() {}

    /** One line; several if some links are cut or mended that are not those between groups. */
    static List<String> lines(Action action) {
        if (action instanceof Cut cut) {
            return links("cut", cut.links());
        }
        if (action instanceof Mend mend) {
            return mend.links().map(links -> links("mend", links)).orElseGet(() -> List.of("mend: all"));
        }
        return List.of(line(action));
    }

    private static String line(Action action) {
        if (action instanceof Put put) {
            return "put: " + access(put.access()).with("key", put.key()).with("value", put.value());
        } else if (action instanceof Delete delete) {
            return "delete: " + access(delete.access()).with("key", delete.key());
        } else if (action instanceof Get get) {
            return "get: " + get(get);
        } else if (action instanceof Push push) {
            FlowMap fields = new FlowMap().with("from", push.from()).withList("to", push.to());
            return "push: " + fated(fields, push.fates());
        } else if (action instanceof Sync sync) {
            FlowMap fields = new FlowMap().with("from", sync.from()).withList("to", sync.to());
            return "sync: " + fated(fields.withList("keys", sync.keys()), sync.fates());
        } else if (action instanceof Deliver deliver) {
            return "deliver: " + nth(link(deliver.link()), deliver.nth());
        } else if (action instanceof Discard discard) {
            return "discard: " + nth(link(discard.link()), discard.nth());
        } else if (action instanceof Trim trim) {
            return "trim: " + nth(link(trim.link()), trim.nth()).withList("keys", sorted(trim.keys()));
        } else if (action instanceof Handle handle) {
            return "message: " + message(handle);
        } else if (action instanceof SetRule set) {
            return "rule: " + rule(set.rule());
        } else if (action instanceof EndRule end) {
            return "end-rule: "
                    + (end.nth().isEmpty()
                            ? "all"
                            : new FlowMap().with("nth", end.nth().getAsInt()));
        } else if (action instanceof Skew skew) {
            return "skew: " + node(skew.node()).with("by", skew.by());
        } else if (action instanceof Expect expect) {
            return "expect: " + expectation(expect.expectation());
        }
        return process(action);
    }

    private static String process(Action action) {
        if (action instanceof Kill kill) {
            return "kill: " + node(kill.node());
        } else if (action instanceof Start start) {
            return "start: " + (start.wipe() ? node(start.node()).with("wipe", "true") : node(start.node()));
        } else if (action instanceof Pause pause) {
            return "pause: " + node(pause.node());
        } else if (action instanceof Resume resume) {
            return "resume: " + node(resume.node());
        }
        throw new IllegalArgumentException("no form for " + action);
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
        return fields;
    }

    private static FlowMap expectation(Expectation expectation) {
        if (expectation instanceof Holds holds) {
            return at(holds.at()).with("key", holds.key()).with("value", holds.value());
        } else if (expectation instanceof Lacks lacks) {
            return at(lacks.at()).with("absent", lacks.key());
        } else if (expectation instanceof RowIs row) {
            return at(row.at()).with("peer", row.peer()).with("now", row.now()).with("prev", row.prev());
        } else if (expectation instanceof Converged converged) {
            return new FlowMap().with("converged", converged.converged());
        }
        throw new IllegalArgumentException("no form for " + expectation);
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
        FlowMap fields =
                link(new FlowMap().with("do", EnumNames.of(handle.action().kind())), handle.link());
        nth(fields, handle.nth());
        if (handle.action() instanceof MessageAction.Delay delay) {
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

package sosad.app.history.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.model.ByType;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.wire.FrameKind;

/**
 * The subjects of an event, by which it is searched.
 *
 * @param kinds words for what sort of event it is, such as {@code push}, {@code lost}
 * @param nodes the nodes and gateways that take part
 * @param keys the keys that it is about
 */
record EventTopics(List<String> kinds, List<NodeId> nodes, List<Key> keys) {
    private static final ByType<RunEvent, EventTopics> EVENTS = new ByType<RunEvent, EventTopics>()
            .on(RunEvent.ClusterStarted.class, event -> of("start"))
            .on(RunEvent.StepOpened.class, event -> of("step"))
            .on(RunEvent.ActionsDone.class, event -> of("step"))
            .on(RunEvent.StepDone.class, event -> of("step"))
            .on(RunEvent.Wrote.class, EventTopics::wrote)
            .on(RunEvent.Asked.class, asked -> of("read").at(asked.node()).about(asked.key()))
            .on(RunEvent.Read.class, EventTopics::read)
            .on(RunEvent.Inquired.class, EventTopics::inquired)
            .on(RunEvent.Sent.class, EventTopics::sent)
            .on(RunEvent.Delivered.class, delivered -> message(delivered.message(), "delivery"))
            .on(RunEvent.Handled.class, done -> message(done.message(), EnumNames.of(done.handling())))
            .on(RunEvent.Split.class, split -> message(split.message(), "split"))
            .on(RunEvent.Reordered.class, reordered -> message(reordered.message(), "reordered"))
            .on(RunEvent.StepFailed.class, event -> of("failure"))
            .on(RunEvent.Failed.class, event -> of("failure"))
            .on(RunEvent.Checked.class, checked -> of("expectation", checked.met() ? "met" : "broken"))
            .on(RunEvent.Killed.class, killed -> of("crash", "kill").at(killed.node()))
            .on(RunEvent.Died.class, died -> of("crash", "death").at(died.node()))
            .on(RunEvent.Started.class, started -> of("start").at(started.node()))
            .on(RunEvent.Paused.class, paused -> of("pause").at(paused.node()))
            .on(RunEvent.Resumed.class, resumed -> of("resume").at(resumed.node()))
            .on(RunEvent.Skewed.class, skewed -> of("clock").at(skewed.node()))
            .on(RunEvent.Cut.class, cut -> of("cut").at(ends(cut.links())))
            .on(RunEvent.Mended.class, mended -> of("mend").at(ends(mended.links())))
            .on(RunEvent.RuleSet.class, event -> of("rule"))
            .on(RunEvent.RulesEnded.class, event -> of("rule"))
            .all(RunEvent.class);

    static EventTopics of(RunEvent event) {
        return EVENTS.of(event);
    }

    private static EventTopics of(String... kinds) {
        return new EventTopics(List.of(kinds), List.of(), List.of());
    }

    private EventTopics at(NodeId... places) {
        return new EventTopics(kinds, List.of(places), keys);
    }

    private EventTopics about(Key... subjects) {
        return new EventTopics(kinds, nodes, List.of(subjects));
    }

    private static NodeId[] ends(List<Link> links) {
        return links.stream()
                .flatMap(link -> Stream.of(link.from(), link.to()))
                .distinct()
                .toArray(NodeId[]::new);
    }

    private static EventTopics wrote(RunEvent.Wrote wrote) {
        String what = wrote.entry().isTombstone() ? "delete" : "put";
        EventTopics topics = wrote.lost() ? of("write", what, "lost") : of("write", what);
        return topics.at(wrote.node()).about(wrote.entry().key());
    }

    private static EventTopics read(RunEvent.Read read) {
        EventTopics topics = read.newest().isPresent() ? of("read", "stale") : of("read");
        return topics.at(read.node()).about(read.key());
    }

    private static EventTopics inquired(RunEvent.Inquired inquired) {
        return of("message", EnumNames.of(FrameKind.of(inquired.inquiry())), EnumNames.of(inquired.fate()))
                .at(inquired.inquiry().from(), inquired.inquiry().to())
                .about(inquired.inquiry().key());
    }

    private static EventTopics sent(RunEvent.Sent sent) {
        Fate fate = sent.message().fate();
        boolean isUnderWay = fate == Fate.IN_FLIGHT || fate == Fate.DELIVERED;
        return isUnderWay ? message(sent.message(), "sending") : message(sent.message(), "sending", EnumNames.of(fate));
    }

    private static EventTopics message(Message message, String... more) {
        List<String> kinds = new ArrayList<>(List.of(more));
        kinds.add("message");
        kinds.add(EnumNames.of(message.kind()));
        List<Key> keys = message.inquiry()
                .map(inquiry -> List.of(inquiry.key()))
                .orElseGet(() -> message.entries().stream().map(Entry::key).toList());
        return new EventTopics(List.copyOf(kinds), List.of(message.from(), message.to()), keys);
    }
}

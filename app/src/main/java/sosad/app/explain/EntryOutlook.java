package sosad.app.explain;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.lab.FairEnd;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules;
import sosad.wire.FrameKind;

/** Whether anything will still bring the newest entry of a key to a node: found by running on from the moment. */
final class EntryOutlook {
    private final RunStory story;
    private final NodeId at;
    private final Key key;
    private final Onward onward;
    private final Map<NodeId, Arrival> arrivals = new HashMap<>();
    private final FairEnd end;

    /** The last message that changed what a node holds under the key, and the round of syncs in which it came. */
    private record Arrival(Content content, int round) {}

    EntryOutlook(RunStory story, NodeId at, Key key) {
        this.story = story;
        this.at = at;
        this.key = key;
        this.onward = story.onward();
        this.end = onward.syncFairly(rules(), this::watch);
    }

    private Rules rules() {
        return story.plan().rules();
    }

    private ObjIntConsumer<Content> watch(FairEnd now) {
        Map<NodeId, Optional<Entry>> held = new HashMap<>();
        story.plan().nodes().forEach(node -> held.put(node, now.entry(node, key)));
        return (content, round) -> {
            Optional<Entry> after = now.entry(content.to(), key);
            if (!after.equals(held.put(content.to(), after))) {
                arrivals.put(content.to(), new Arrival(content, round));
            }
        };
    }

    /** Returns whether the node comes to hold the newest. */
    boolean heals() {
        return end.heals(at, key);
    }

    /** What will bring it, or that nothing will. */
    Sentence sentence() {
        return new Sentence(text(), List.of(story.end()));
    }

    private String text() {
        if (end.newest(key).isEmpty()) {
            return "Nobody holds %s, so there is nothing to bring.".formatted(key);
        } else if (!heals()) {
            return never();
        } else if (story.held(at, key, story.end()).equals(end.newest(key))) {
            return "%s holds the newest %s: nothing is missing.".formatted(at, key);
        }
        return Optional.ofNullable(arrivals.get(at)).map(this::bySyncs).orElseGet(this::beforeSyncs);
    }

    private String never() {
        if (!story.now().hasProcess(at)) {
            return "%s is dead: nothing reaches it until it is started again.".formatted(at);
        }
        String rule = EnumNames.of(rules().content());
        if (rules().content() == Rules.Content.FULL) {
            return "No sync will ever bring it, not even under full.";
        }
        Rules full = new Rules(Rules.Content.FULL, rules().timestamps(), rules().schedule(), rules().startTime());
        return onward.syncFairly(full, now -> (content, round) -> {}).heals(at, key)
                ? "No sync will ever bring it under %s; a full sync would.".formatted(rule)
                : "No sync will ever bring it under %s, nor would a full one.".formatted(rule);
    }

    /** It is under way, or waits for the node to go on. */
    private String beforeSyncs() {
        Optional<Message> bringing = onward.bringing(at, key);
        if (bringing.isEmpty()) {
            return "What is under way brings it.";
        }
        Message message = bringing.get();
        String name = "%s on %s".formatted(Phrases.name(message), Phrases.link(message.from(), at));
        return story.now().node(at).status() == Status.PAUSED
                ? "%s waits for %s and brings it when %s goes on.".formatted(name, at, at)
                : "%s is under way and brings it.".formatted(name);
    }

    private String bySyncs(Arrival last) {
        if (FrameKind.of(last.content()) != FrameKind.SYNC) {
            return "A delayed message on %s brings it when it is due."
                    .formatted(Phrases.link(last.content().from(), at));
        }
        List<String> hops = new ArrayList<>();
        Optional<Arrival> hop = Optional.of(last);
        while (hop.isPresent() && hops.size() < story.plan().nodes().size()) {
            Link link = new Link(hop.get().content().from(), hop.get().content().to());
            hops.add(0, Phrases.link(link));
            hop = Optional.ofNullable(arrivals.get(link.from()));
        }
        if (hops.size() == 1) {
            String which = last.round() == 1 ? "next" : Phrases.ordinal(last.round());
            return "The %s sync %s brings it%s."
                    .formatted(which, hops.get(0), last.round() == 1 ? once(last) : " from here on");
        }
        return hops.size() <= 3
                ? "The next syncs %s bring it.".formatted(String.join(", then ", hops))
                : format("It comes by syncs over %d links, at last %s.", hops.size(), hops.get(hops.size() - 1));
    }

    /** What must be whole first. */
    private String once(Arrival last) {
        NodeId from = last.content().from();
        if (story.now().cut().contains(new Link(from, at))) {
            return ", once that link is mended";
        } else if (story.now().node(at).status() == Status.PAUSED) {
            return ", once %s goes on".formatted(at);
        }
        return story.now().node(from).status() == Status.PAUSED ? ", once %s goes on".formatted(from) : "";
    }
}

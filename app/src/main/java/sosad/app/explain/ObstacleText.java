package sosad.app.explain;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import sosad.app.history.Fate;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.app.history.text.MessageText;
import sosad.app.history.text.Sentences;
import sosad.app.scenario.TrafficRule;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Row;

/** What kept a copy from coming, in sentences. */
final class ObstacleText {
    private final RunStory story;
    private final Key key;
    private final NodeId asked;

    ObstacleText(RunStory story, Key key, NodeId asked) {
        this.story = story;
        this.key = key;
        this.asked = asked;
    }

    /**
     * A copy was sent and did not arrive by an event: neither at first nor, if it was held, when it went on.
     *
     * @param birth the event at which the destination's store began: what comes earlier is gone anyway
     */
    List<Obstacle> undelivered(MessageTrack track, Entry entry, int birth, int until) {
        HistoryEvent turn = track.turn();
        List<HistoryEvent> reasons = reasons(turn);
        List<HistoryEvent> barriers =
                story.barriers(link(track), track.sending().id(), until);
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(new Sentence(
                "%s with %s%s %s.".formatted(Phrases.name(track.first()), Phrases.of(entry), to(track), fate(track)),
                eventsOf(track, turn)));
        Stream.concat(reasons.stream(), barriers.stream()).distinct().forEach(reason -> reason(reason)
                .ifPresent(sentences::add));
        Optional<HistoryEvent> holding = track.holding();
        Set<Integer> first = holding.map(hold -> Set.of(hold.id())).orElseGet(() -> causes(turn, reasons));
        boolean isInTime = story.arrival(link(track), track.sending().id()) > birth;
        List<Obstacle> obstacles = new ArrayList<>();
        obstacles.add(isInTime ? obstacle(sentences, barriers, first) : Obstacle.of(sentences, Set.of()));
        if (holding.isPresent() && wentOn(track, holding.get(), reasons)) {
            obstacles.add(obstacle(sentences, story.barriers(link(track), turn.id(), until), causes(turn, reasons)));
        }
        return obstacles;
    }

    /** Why a copy that was sent has not arrived by the end. */
    Obstacle undelivered(MessageTrack track, Entry entry) {
        return undelivered(track, entry, 0, story.end()).get(0);
    }

    private static Link link(MessageTrack track) {
        return new Link(track.from(), track.to());
    }

    private static Obstacle obstacle(List<Sentence> sentences, List<HistoryEvent> barriers, Set<Integer> causes) {
        Set<Set<Integer>> alternatives = new LinkedHashSet<>();
        barriers.forEach(barrier -> alternatives.add(Set.of(barrier.id())));
        alternatives.add(causes);
        return new Obstacle(sentences, List.copyOf(alternatives));
    }

    /** Returns whether something else than its being held kept it then; but not what its destination went through. */
    private boolean wentOn(MessageTrack track, HistoryEvent holding, List<HistoryEvent> reasons) {
        boolean wasStopped = reasons.stream().anyMatch(reason -> !(reason.what() instanceof RunEvent.Cut));
        boolean isDiscarded = track.last().fate() == Fate.DISCARDED;
        return !wasStopped && !track.turn().equals(holding) && !(isDiscarded && !wouldBeDue(track));
    }

    /** Had it not been thrown away, it would have gone on by now. */
    private boolean wouldBeDue(MessageTrack track) {
        HistoryEvent held = track.later().size() < 2
                ? track.sending()
                : track.later().get(track.later().size() - 2);
        int steps = held.what() instanceof RunEvent.Handled handled
                ? handled.message().stepsLeft()
                : track.first().stepsLeft();
        return steps > 0 && story.at(held.id()).step() + steps <= story.now().step();
    }

    /** What a rule does depends on how many messages it has counted, so the event itself is the cause. */
    private static Set<Integer> causes(HistoryEvent end, List<HistoryEvent> reasons) {
        Set<Integer> causes = new LinkedHashSet<>();
        for (HistoryEvent reason : reasons) {
            causes.add(reason.what() instanceof RunEvent.RuleSet ? end.id() : reason.id());
        }
        return causes.isEmpty() ? Set.of(end.id()) : causes;
    }

    private static List<Integer> eventsOf(MessageTrack track, HistoryEvent end) {
        return end.id() == track.sending().id()
                ? List.of(end.id())
                : List.of(end.id(), track.sending().id());
    }

    /** To a node that could have passed it on, or to the one asked about. */
    private String to(MessageTrack track) {
        return track.to().equals(asked) ? "" : " to %s, which could have passed it on,".formatted(track.to());
    }

    private static String fate(MessageTrack track) {
        Message last = track.last();
        String way = " on its way to " + last.to();
        return switch (last.fate()) {
            case LOST -> lost(last, way);
            case HELD ->
                last.isDelayed()
                        ? format("is delayed for %s more", TrafficRule.steps(last.stepsLeft()))
                        : "is held" + way + by(last.why(), "held ");
            case WAITING -> "waits for %s, which is paused".formatted(last.to());
            case DISCARDED -> "was held%s and then thrown away".formatted(way);
            case IN_FLIGHT, DELIVERED -> "is still" + way;
        };
    }

    private static String lost(Message message, String way) {
        String why = message.why();
        if (why.startsWith("refused")) {
            return "was refused by %s: its checksum was wrong".formatted(message.to());
        } else if (why.startsWith("dropped")) {
            return "was dropped by hand" + way;
        } else if (why.equals("the link is cut")) {
            return "was lost: the link to %s was cut".formatted(message.to());
        } else if (why.endsWith("is dead")) {
            return "was lost: %s was dead".formatted(message.to());
        }
        return "was lost" + way + by(why, "lost ");
    }

    /** {@code , by the scenario}. */
    private static String by(String why, String prefix) {
        String rest = why.startsWith(prefix) ? why.substring(prefix.length()) : why;
        return rest.startsWith("by the rule")
                ? ", by a rule"
                : rest.startsWith("by ") ? ", " + rest : rest.startsWith("while ") ? " " + rest : "";
    }

    /** The events besides the sending because of which a message ended so. */
    private static List<HistoryEvent> reasons(HistoryEvent end) {
        return end.causes().stream()
                .filter(cause -> !(cause.what() instanceof RunEvent.Sent) && !(cause.what() instanceof RunEvent.Wrote))
                .filter(cause -> !(cause.what() instanceof RunEvent.Inquired))
                .toList();
    }

    private static Optional<Sentence> reason(HistoryEvent reason) {
        if (reason.what() instanceof RunEvent.Handled handled && handled.handling() == Handling.CORRUPTED) {
            return Optional.of(new Sentence(
                    "%s was corrupted on its way.".formatted(Phrases.name(handled.message())), List.of(reason.id())));
        }
        String text = Sentences.of(reason.what());
        return Sentence.words(text) > Sentence.MAX_WORDS
                ? Optional.empty()
                : Optional.of(new Sentence(text, List.of(reason.id())));
    }

    /** A copy was held, and came too late to be passed on. */
    Obstacle late(MessageTrack track, Entry entry, HistoryEvent holding) {
        return Obstacle.of(
                List.of(new Sentence(
                        "%s with %s was held and reached %s, which could have passed it on, only later."
                                .formatted(Phrases.name(track.first()), Phrases.of(entry), track.to()),
                        List.of(holding.id(), track.end().id()))),
                Set.of(holding.id()));
    }

    /** The key was taken out of a message. */
    Obstacle trimmed(MessageTrack track, Entry entry) {
        HistoryEvent trimming = track.trimming(key).orElseThrow();
        return Obstacle.of(
                List.of(new Sentence(
                        "%s was trimmed out of %s to %s."
                                .formatted(Phrases.of(entry), Phrases.name(track.first()), track.to()),
                        eventsOf(track, trimming))),
                Set.of(trimming.id()));
    }

    /** What a sender's own clients wrote was no longer there when it pushed. */
    Obstacle overtaken(Sending push, NodeId to, Entry written, HistoryEvent by) {
        String newer = story.held(push.from(), key, by.id()).map(Phrases::of).orElse("something newer");
        return Obstacle.of(
                List.of(new Sentence(
                        "%s's push to %s left %s out: %s had overtaken it."
                                .formatted(push.from(), to, Phrases.of(written), newer),
                        List.of(push.after(), by.id()))),
                Set.of(by.id()));
    }

    /** A store was lost with what it held. */
    Obstacle gone(NodeId node, Entry gone, HistoryEvent death, HistoryEvent birth) {
        return Obstacle.of(
                List.of(
                        new Sentence(
                                "%s held %s when its process ended.".formatted(node, Phrases.of(gone)),
                                List.of(death.id())),
                        new Sentence("%s came back with an empty store.".formatted(node), List.of(birth.id()))),
                Set.of(death.id()));
    }

    /** A sync was narrowed to other keys: that is no event, but the way in which it was asked for. */
    Obstacle narrowed(SyncOffer offer) {
        int others = offer.sending().orElseThrow().keys().orElseThrow().size();
        return Obstacle.of(
                List.of(new Sentence(
                        "%s's sync to %s was narrowed to %s, so it left %s out."
                                .formatted(
                                        offer.from(),
                                        offer.to(),
                                        others == 1 ? "one other key" : format("%d other keys", others),
                                        key),
                        List.of(offer.event()))),
                Set.of());
    }

    /** The sender thought that the destination was further than it was. */
    Obstacle behind(SyncOffer offer, SortedSet<Integer> raises, boolean byPrev) {
        List<Sentence> sentences = new ArrayList<>();
        raises.forEach(raise -> sentences.add(raised(offer.from(), offer.to(), raise)));
        Row row = story.at(offer.at()).node(offer.from()).rows().get(offer.to());
        List<Integer> events = new ArrayList<>(List.of(offer.event()));
        events.addAll(raises);
        String belief = byPrev
                ? format(
                        "%s-prev there is %d, and it offers only entries from %d on",
                        offer.to(), row.prev(), row.prev())
                : format("it thinks %s is at %d and offers only entries from %d on", offer.to(), row.now(), row.now());
        String contents = offer.track()
                .map(track -> "to %s carried %s"
                        .formatted(offer.to(), Phrases.contents(track.first().entries())))
                .orElse("had nothing for " + offer.to());
        sentences.add(new Sentence("%s's sync %s: %s.".formatted(offer.from(), contents, belief), events));
        return Obstacle.of(sentences, raises.isEmpty() ? Set.of(offer.event()) : raises);
    }

    /** A message moved a row. */
    private Sentence raised(NodeId at, NodeId peer, int event) {
        Row before = story.at(event - 1).node(at).rows().get(peer);
        Row after = story.at(event).node(at).rows().get(peer);
        String name = story.event(event).what() instanceof RunEvent.Delivered delivered
                ? "%s%s reached %s"
                        .formatted(
                                Phrases.name(delivered.message()),
                                delivered.message().entries().isEmpty()
                                        ? ""
                                        : " with "
                                                + Phrases.of(Phrases.newest(delivered
                                                                .message()
                                                                .entries())
                                                        .orElseThrow()),
                                at)
                : "Something reached " + at;
        String moved = before == null || (before.now() == after.now() && before.prev() == after.prev())
                ? "a sync from %s counts".formatted(peer)
                : before.now() != after.now()
                        ? format("%s-now at %s went from %d to %d", peer, at, before.now(), after.now())
                        : format("%s-prev at %s went from %d to %d", peer, at, before.prev(), after.prev());
        return new Sentence(name + ": " + moved + ".", List.of(event));
    }

    /** The sender knew that the destination had held the entry. */
    Obstacle known(SyncOffer offer, Entry entry, HistoryEvent learnt) {
        Message message = ((RunEvent.Delivered) learnt.what()).message();
        return Obstacle.of(
                List.of(
                        new Sentence(
                                "%s told %s that %s held %s."
                                        .formatted(Phrases.name(message), offer.from(), offer.to(), Phrases.of(entry)),
                                List.of(learnt.id())),
                        new Sentence(
                                "So %s's sync to %s left %s out."
                                        .formatted(offer.from(), offer.to(), Phrases.of(entry)),
                                List.of(offer.event(), learnt.id()))),
                Set.of(learnt.id()));
    }

    /** A message of a new store did not arrive, so its coming back empty was not noticed. */
    Obstacle unheard(MessageTrack track) {
        HistoryEvent end = track.end();
        String what = track.last().fate() == Fate.LOST ? "was lost" : "has not arrived";
        return Obstacle.of(
                List.of(new Sentence(
                        "%s %s: %s did not hear that %s had come back with an empty store."
                                .formatted(
                                        "%s's %s".formatted(track.from(), MessageText.kind(track.first())),
                                        what,
                                        track.to(),
                                        track.from()),
                        eventsOf(track, end))),
                causes(end, reasons(end)));
    }
}

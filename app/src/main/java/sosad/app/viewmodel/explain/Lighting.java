package sosad.app.viewmodel.explain;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sosad.app.explain.Explanation;
import sosad.app.explain.Question;
import sosad.app.history.Fate;
import sosad.app.history.History;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * What an answer names, and a pane lights while it dims the rest.
 *
 * @param events the events, by number
 * @param nodes the nodes that it is about
 * @param links the links on which something of it happened
 * @param messages the messages
 * @param lost those of the messages that did not arrive
 */
public record Lighting(
        Set<Integer> events, Set<NodeId> nodes, Set<Link> links, Set<Long> messages, List<LostOnItsWay> lost) {
    /**
     * A message that did not arrive.
     *
     * @param words what it carried and when it was lost, such as {@code waffle@2, lost at T=3}
     */
    public record LostOnItsWay(long message, Link link, String words) {}

    public Lighting {
        events = Collections.unmodifiableSet(new HashSet<>(events));
        nodes = Set.copyOf(nodes);
        links = Set.copyOf(links);
        messages = Set.copyOf(messages);
        lost = List.copyOf(lost);
    }

    /** Returns what an answer about this history lights. */
    static Lighting of(Explanation explanation, History history) {
        Set<NodeId> nodes = new HashSet<>(explanation.holders());
        Set<Link> links = new HashSet<>();
        Set<Long> messages = new HashSet<>();
        List<LostOnItsWay> lost = new ArrayList<>();
        Question question = explanation.question();
        if (question instanceof Question.OfEntry entry) {
            nodes.add(entry.at());
        } else if (question instanceof Question.OfRow row) {
            nodes.addAll(List.of(row.at(), row.peer()));
        } else if (question instanceof Question.OfMessage message) {
            messages.add(message.message());
        } else if (question instanceof Question.OfLink link) {
            links.add(link.link());
            nodes.addAll(List.of(link.link().from(), link.link().to()));
        }
        for (int event : explanation.events()) {
            HistoryEvent what = history.at(event).event();
            message(what.what()).ifPresent(message -> {
                Link link = new Link(message.from(), message.to());
                messages.add(message.id());
                links.add(link);
                nodes.addAll(List.of(message.from(), message.to()));
                if (isEnd(message.fate()) && lost.stream().noneMatch(known -> known.message() == message.id())) {
                    lost.add(new LostOnItsWay(
                            message.id(), link, words(message, history.at(event).time())));
                }
            });
            node(what.what()).ifPresent(nodes::add);
        }
        return new Lighting(explanation.events(), nodes, links, messages, lost);
    }

    private static boolean isEnd(Fate fate) {
        return fate == Fate.LOST || fate == Fate.DISCARDED;
    }

    private static String words(Message message, long time) {
        String carried = message.changes().isEmpty() ? "no changes" : String.join(", ", message.changes());
        return format("%s, %s at T=%d", carried, message.fate() == Fate.LOST ? "lost" : "thrown away", time);
    }

    private static Optional<Message> message(RunEvent event) {
        if (event instanceof RunEvent.Sent sent) {
            return Optional.of(sent.message());
        } else if (event instanceof RunEvent.Delivered delivered) {
            return Optional.of(delivered.message());
        } else if (event instanceof RunEvent.Handled handled) {
            return Optional.of(handled.message());
        }
        return Optional.empty();
    }

    private static Optional<NodeId> node(RunEvent event) {
        if (event instanceof RunEvent.Wrote wrote) {
            return Optional.of(wrote.node());
        } else if (event instanceof RunEvent.Killed killed) {
            return Optional.of(killed.node());
        } else if (event instanceof RunEvent.Started started) {
            return Optional.of(started.node());
        } else if (event instanceof RunEvent.Paused paused) {
            return Optional.of(paused.node());
        } else if (event instanceof RunEvent.Died died) {
            return Optional.of(died.node());
        }
        return Optional.empty();
    }
}

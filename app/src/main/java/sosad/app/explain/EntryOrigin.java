package sosad.app.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

/** The way of an entry to a node that holds it: the write, and every message that passed it on. */
final class EntryOrigin {
    private final RunStory story;
    private final Key key;
    private final List<Sentence> sentences = new ArrayList<>();
    private final Set<Integer> causes = new LinkedHashSet<>();

    EntryOrigin(RunStory story, Key key) {
        this.story = story;
        this.key = key;
    }

    /** Follows what a node holds at an event back to its write. */
    void follow(NodeId node, int at) {
        Optional<Entry> held = story.held(node, key, at);
        if (held.isPresent()) {
            int since = since(node, held.get(), at);
            came(node, held.get(), since);
        }
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** The writes, sendings and deliveries but for which it would not have come in this way. */
    Set<Integer> causes() {
        return causes;
    }

    /** The event since which a node has held an entry, or had it on its disk. */
    private int since(NodeId node, Entry entry, int at) {
        int since = at;
        int birth = story.birth(node, at);
        for (int id = at; id >= birth; id--) {
            if (story.held(node, key, id).equals(Optional.of(entry))) {
                since = id;
            } else if (story.at(id).node(node).hasProcess()) {
                break;
            } else if (story.event(id + 1).what().equals(new RunEvent.Started(node))) {
                if (causes.stream().noneMatch(cause -> story.event(cause).what().equals(new RunEvent.Started(node)))) {
                    causes.add(id + 1); // of several starts the last one is enough
                }
                sentences.add(
                        new Sentence("%s was started again with what its disk held.".formatted(node), List.of(id + 1)));
            }
        }
        return since;
    }

    private void came(NodeId node, Entry entry, int since) {
        HistoryEvent event = story.event(since);
        if (event.what() instanceof RunEvent.Wrote wrote) {
            causes.add(since);
            sentences.add(new Sentence(written(wrote), List.of(since)));
        } else if (!answered(node, entry, since) && event.what() instanceof RunEvent.Delivered delivered) {
            passedOn(node, entry, event, delivered.message());
        }
        if (since > 0) {
            story.held(node, key, since - 1)
                    .ifPresent(before -> sentences.add(new Sentence(
                            "It overtook %s, which %s held before.".formatted(Phrases.of(before), node),
                            List.of(since))));
        }
    }

    /** An answer to a read, which may have come before the one by which the read ended; or a repair. */
    private boolean answered(NodeId node, Entry entry, int since) {
        for (MessageTrack track : story.tracks()) {
            boolean brings = track.first().inquiry().isPresent()
                    && track.to().equals(node)
                    && track.isDelivered()
                    && track.settledAt(0) <= since
                    && track.carries(key).filter(entry::equals).isPresent();
            if (brings) {
                follow(track.from(), track.sending().id());
                asked(track).ifPresent(causes::add);
                causes.add(track.sending().id());
                causes.add(track.end().id());
                sentences.add(new Sentence(
                        "%s brought %s to %s.".formatted(reading(track.first()), Phrases.of(entry), node),
                        List.of(since, track.sending().id())));
                return true;
            }
        }
        return false;
    }

    private static String reading(Message message) {
        return Phrases.name(message) + (message.kind() == FrameKind.REPAIR ? " after a read" : " to a read");
    }

    /** The event by which a client asked for what an answer brought. */
    private Optional<Integer> asked(MessageTrack track) {
        for (int id = track.sending().id(); id > 0; id--) {
            if (story.event(id).what() instanceof RunEvent.Asked asked
                    && asked.key().equals(key)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    static String written(RunEvent.Wrote wrote) {
        Entry entry = wrote.entry();
        return entry.value()
                .map(value -> "A client wrote %s = %s at %s."
                        .formatted(Phrases.of(entry), Phrases.value(value), wrote.node()))
                .orElseGet(() -> "A client deleted %s at %s.".formatted(Phrases.of(entry), wrote.node()));
    }

    private void passedOn(NodeId node, Entry entry, HistoryEvent delivery, Message message) {
        Optional<MessageTrack> track = story.tracks().stream()
                .filter(one -> one.end().id() == delivery.id() || one.later().contains(delivery))
                .findFirst();
        track.ifPresent(one -> {
            follow(message.from(), one.sending().id());
            causes.add(one.sending().id());
        });
        causes.add(delivery.id());
        List<Integer> events = new ArrayList<>(List.of(delivery.id()));
        track.ifPresent(one -> events.add(one.sending().id()));
        sentences.add(
                new Sentence("%s brought %s to %s.".formatted(Phrases.name(message), Phrases.of(entry), node), events));
    }
}

package sosad.app.export.trace;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.text.MessageText;
import sosad.app.scenario.Action;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.model.Value;

/**
 * Something that happened at one node or gateway.
 *
 * @param host where
 * @param text what, in a line
 * @param sends the message that it sends, if it is a sending
 * @param receives the message that it receives, if it is an arrival
 */
record NodeEvent(NodeId host, String text, OptionalLong sends, OptionalLong receives) {
    NodeEvent {
        text = text.codePoints()
                .map(code -> isShown(code) ? code : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private NodeEvent(NodeId host, String text) {
        this(host, text, OptionalLong.empty(), OptionalLong.empty());
    }

    private static boolean isShown(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Returns what an event of a run is at nodes: nothing if it concerns links, messages under way or all nodes. */
    static List<NodeEvent> of(RunEvent event) {
        if (event instanceof RunEvent.Sent sent) {
            Message message = sent.message();
            return List.of(new NodeEvent(
                    message.from(),
                    "send " + words(message) + " to " + message.to(),
                    OptionalLong.of(message.id()),
                    OptionalLong.empty()));
        }
        if (event instanceof RunEvent.Delivered delivered) {
            Message message = delivered.message();
            return List.of(new NodeEvent(
                    message.to(),
                    format("receive %s from %s%s", words(message), message.from(), applied(delivered)),
                    OptionalLong.empty(),
                    OptionalLong.of(message.id())));
        }
        return ofClient(event).or(() -> ofProcess(event)).stream().toList();
    }

    /** Returns what a message is and carries, in a few words. */
    static String words(Message message) {
        return MessageText.kind(message) + " " + MessageText.changes(message);
    }

    private static String applied(RunEvent.Delivered delivered) {
        if (delivered.message().entries().isEmpty()) {
            return "";
        }
        return delivered.applied().isEmpty()
                ? ", nothing new"
                : ", new: "
                        + String.join(
                                ", ",
                                delivered.applied().stream()
                                        .map(entry -> format("%s@%d", entry.key(), entry.timestamp()))
                                        .toList());
    }

    private static Optional<NodeEvent> ofClient(RunEvent event) {
        if (event instanceof RunEvent.Wrote wrote) {
            Entry entry = wrote.entry();
            String what =
                    entry.isTombstone() ? "delete " + entry.key() : "put " + entry.key() + " = " + value(entry.value());
            String end = format(
                    " @%d%s%s", entry.timestamp(), via(wrote.via()), wrote.lost() ? ", lost to a newer version" : "");
            return Optional.of(new NodeEvent(wrote.node(), what + end));
        }
        if (event instanceof RunEvent.Read read) {
            return Optional.of(new NodeEvent(
                    read.node(),
                    "get %s: %s%s%s"
                            .formatted(
                                    read.key(),
                                    value(read.value()),
                                    via(read.via()),
                                    read.newest().isPresent() ? ", stale" : "")));
        }
        if (event instanceof RunEvent.Asked asked) {
            return Optional.of(new NodeEvent(asked.node(), "get " + asked.key() + ": asks its peers"));
        }
        return event instanceof RunEvent.Failed failed
                ? origin(failed.action()).map(node -> new NodeEvent(node, "failed: " + failed.reason()))
                : Optional.empty();
    }

    private static Optional<NodeId> origin(Action action) {
        if (action instanceof Action.Push push) {
            return Optional.of(push.from());
        }
        return action instanceof Action.Sync sync ? Optional.of(sync.from()) : Optional.empty();
    }

    private static String via(Optional<NodeId> gateway) {
        return gateway.map(name -> " via " + name).orElse("");
    }

    private static String value(Optional<Value> value) {
        return value.map(Value::text).orElse("nothing");
    }

    private static Optional<NodeEvent> ofProcess(RunEvent event) {
        if (event instanceof RunEvent.Killed killed) {
            return Optional.of(new NodeEvent(killed.node(), "killed"));
        } else if (event instanceof RunEvent.Died died) {
            return Optional.of(new NodeEvent(died.node(), "died: " + died.lastWords()));
        } else if (event instanceof RunEvent.Started started) {
            return Optional.of(new NodeEvent(started.node(), "started"));
        } else if (event instanceof RunEvent.Paused paused) {
            return Optional.of(new NodeEvent(paused.node(), "paused"));
        } else if (event instanceof RunEvent.Resumed resumed) {
            return Optional.of(new NodeEvent(resumed.node(), "resumed"));
        } else if (event instanceof RunEvent.Skewed skewed) {
            return Optional.of(new NodeEvent(skewed.node(), format("clock off by %+d", skewed.by())));
        }
        return Optional.empty();
    }

    /**
     * Returns what nodes ask each other at once for a read: one event at the sender, and one at the receiver if it
     * arrives.
     *
     * @param message a number for it that no message has
     */
    static List<NodeEvent> of(RunEvent.Inquired inquired, long message) {
        NodeId from = inquired.inquiry().from();
        NodeId to = inquired.inquiry().to();
        String about = "about " + inquired.inquiry().key();
        NodeEvent sending = new NodeEvent(
                from, "ask or answer " + to + " " + about, OptionalLong.of(message), OptionalLong.empty());
        return inquired.fate() == Fate.DELIVERED
                ? List.of(
                        sending,
                        new NodeEvent(
                                to,
                                "receive from " + from + " " + about,
                                OptionalLong.empty(),
                                OptionalLong.of(message)))
                : List.of(sending);
    }
}

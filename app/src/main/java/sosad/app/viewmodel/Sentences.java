package sosad.app.viewmodel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import sosad.app.history.Fate;
import sosad.app.history.Happening;
import sosad.app.history.Message;
import sosad.app.scenario.Link;
import sosad.model.Entry;
import sosad.protocol.Kind;

/** What happened, as a sentence that a student understands. */
public final class Sentences {
    private Sentences() {}

    /** The sentence for {@code happening}; empty if it needs none. */
    public static Optional<String> of(Happening happening) {
        return Optional.of(sentence(happening)).filter(text -> !text.isEmpty());
    }

    private static String sentence(Happening happening) {
        if (happening instanceof Happening.Wrote wrote) {
            return wrote(wrote);
        } else if (happening instanceof Happening.Read read) {
            return "A client reads %s at %s: %s."
                    .formatted(
                            read.key(),
                            read.node(),
                            read.value().map(Abridged::of).orElse("nothing"));
        } else if (happening instanceof Happening.Sent sent) {
            return sent(sent.message());
        } else if (happening instanceof Happening.Delivered delivered) {
            return delivered(delivered);
        } else if (happening instanceof Happening.Handled handled) {
            return handled(handled);
        } else if (happening instanceof Happening.Failed failed) {
            return "Could not be done: " + failed.reason();
        } else if (happening instanceof Happening.Checked checked) {
            return (checked.met() ? "As expected: %s." : "Not as expected: it should be that %s.")
                    .formatted(checked.expectation());
        } else if (happening instanceof Happening.Died died) {
            return "%s's process ended by itself. Its last words: %s".formatted(died.node(), died.lastWords());
        }
        return ofClusterOrStep(happening);
    }

    private static String ofClusterOrStep(Happening happening) {
        if (happening instanceof Happening.ClusterStarted) {
            return "The cluster is up.";
        } else if (happening instanceof Happening.StepOpened opened) {
            return opened.title().map(title -> "A step begins: " + title + ".").orElse("A step begins.");
        } else if (happening instanceof Happening.Killed killed) {
            return "%s is killed; its memory is gone.".formatted(killed.node());
        } else if (happening instanceof Happening.Started started) {
            return "%s is started.".formatted(started.node());
        } else if (happening instanceof Happening.Paused paused) {
            return "%s is paused.".formatted(paused.node());
        } else if (happening instanceof Happening.Resumed resumed) {
            return "%s goes on.".formatted(resumed.node());
        } else if (happening instanceof Happening.Skewed skewed) {
            return "%s's clock now runs %d %s of T."
                    .formatted(skewed.node(), Math.abs(skewed.by()), skewed.by() < 0 ? "behind" : "ahead");
        } else if (happening instanceof Happening.Cut cut) {
            return "Cut: %s.".formatted(links(cut.links()));
        } else if (happening instanceof Happening.Mended mended) {
            return "Mended: %s.".formatted(links(mended.links()));
        }
        return "";
    }

    private static String wrote(Happening.Wrote wrote) {
        Entry entry = wrote.entry();
        String what = entry.value()
                .map(value -> "%s = %s".formatted(entry.key(), Abridged.of(value)))
                .orElse("the deletion of " + entry.key());
        return "%s writes %s at %s (timestamp %d)%s."
                .formatted(
                        wrote.outside() ? "Another program" : "A client",
                        what,
                        wrote.node(),
                        entry.timestamp(),
                        wrote.lost() ? "; it loses at once to a newer version" : "");
    }

    private static String sent(Message message) {
        return "%s to %s: %s%s."
                .formatted(
                        verb(message),
                        message.to(),
                        contents(message),
                        message.fate() == Fate.IN_FLIGHT ? "" : "; " + fate(message));
    }

    private static String verb(Message message) {
        if (message.kind() == Kind.HELLO) {
            return message.from() + " says hello";
        }
        return message.from() + (message.kind() == Kind.PUSH ? " pushes" : " syncs");
    }

    private static String contents(Message message) {
        return message.changes().isEmpty() ? "header alone" : String.join(", ", message.changes());
    }

    private static String fate(Message message) {
        String fate = message.fate().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return message.why().isEmpty() ? fate : fate + " (" + message.why() + ")";
    }

    private static String delivered(Happening.Delivered delivered) {
        Message message = delivered.message();
        String applied = delivered.applied().isEmpty()
                ? "nothing in it was new"
                : "new there: "
                        + delivered.applied().stream()
                                .map(entry -> entry.key() + "@" + entry.timestamp())
                                .collect(Collectors.joining(", "));
        return "%s's %s reaches %s; %s%s."
                .formatted(
                        message.from(),
                        message.kind().name().toLowerCase(Locale.ROOT),
                        message.to(),
                        applied,
                        delivered.straggler() ? ". It is a straggler, from a store that is gone" : "");
    }

    private static String handled(Happening.Handled handled) {
        Message message = handled.message();
        String which =
                "%s's %s to %s".formatted(message.from(), message.kind().name().toLowerCase(Locale.ROOT), message.to());
        return which
                + switch (handled.handling()) {
                    case LOST -> message.why().isEmpty() ? " is lost." : " is lost (" + message.why() + ").";
                    case HELD -> " is held.";
                    case RELEASED -> " is released.";
                    case WAITS -> " waits until " + message.to() + " goes on.";
                    case DISCARDED -> " is thrown away.";
                    case DUPLICATED -> " will be delivered " + message.copies() + " times.";
                    case TRIMMED -> " is trimmed to " + contents(message) + ".";
                };
    }

    private static String links(List<Link> links) {
        return links.stream().map(Link::toString).collect(Collectors.joining(", "));
    }
}

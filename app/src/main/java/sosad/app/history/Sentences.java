package sosad.app.history;

import static sosad.app.history.MessageWords.listed;
import static sosad.app.history.MessageWords.unpointed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sosad.app.history.Happening.Checked;
import sosad.app.history.Happening.Cut;
import sosad.app.history.Happening.Delivered;
import sosad.app.history.Happening.Died;
import sosad.app.history.Happening.Failed;
import sosad.app.history.Happening.Handled;
import sosad.app.history.Happening.Killed;
import sosad.app.history.Happening.Mended;
import sosad.app.history.Happening.Paused;
import sosad.app.history.Happening.Read;
import sosad.app.history.Happening.Resumed;
import sosad.app.history.Happening.Sent;
import sosad.app.history.Happening.Skewed;
import sosad.app.history.Happening.Started;
import sosad.app.history.Happening.StepDone;
import sosad.app.history.Happening.StepOpened;
import sosad.app.history.Happening.Wrote;
import sosad.app.scenario.TrafficRule;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;

/** The one place that says in a sentence what happened. */
public final class Sentences {
    /** A value longer than this is cut in a sentence. */
    private static final int VALUE_CHARACTERS = 40;

    private Sentences() {}

    /** Returns what happened, in one or two sentences that a student understands. */
    public static String of(Happening happening) {
        if (happening instanceof StepOpened opened) {
            return "T = " + opened.time() + " begins"
                    + opened.title().map(title -> ": " + title).orElse("") + ".";
        }
        if (happening instanceof Wrote wrote) {
            return wrote(wrote);
        }
        if (happening instanceof Read read) {
            return "A client reads %s%s at %s and gets %s."
                    .formatted(
                            read.key(),
                            via(read.via()),
                            read.node(),
                            read.value().map(Sentences::shortened).orElse("nothing"));
        }
        if (happening instanceof Happening.Inquired inquired) {
            return InquiryWords.of(inquired);
        }
        if (happening instanceof Sent sent) {
            return MessageSentences.sent(sent.message());
        }
        if (happening instanceof Delivered delivered) {
            return MessageSentences.delivered(delivered);
        }
        if (happening instanceof Handled handled) {
            return MessageSentences.handled(handled);
        }
        if (happening instanceof Happening.Split split) {
            return MessageSentences.split(split);
        }
        if (happening instanceof Happening.Reordered reordered) {
            return MessageSentences.reordered(reordered);
        }
        if (happening instanceof Failed failed) {
            return "Could not %s: %s.".formatted(ActionWords.of(failed.action()), unpointed(failed.reason()));
        }
        if (happening instanceof Checked checked) {
            return "Expected: %s. %s%s"
                    .formatted(
                            checked.expectation(),
                            checked.met() ? "So it is." : "It is not so",
                            checked.met() ? "" : checked.found().isEmpty() ? "." : ": " + checked.found() + ".");
        }
        return ofNodeOrLink(happening);
    }

    private static String ofNodeOrLink(Happening happening) {
        if (happening instanceof Killed killed) {
            return killed.node() + " is killed.";
        }
        if (happening instanceof Started started) {
            return started.node() + " is started again.";
        }
        if (happening instanceof Paused paused) {
            return paused.node() + " is paused: it neither hears nor answers.";
        }
        if (happening instanceof Resumed resumed) {
            return resumed.node() + " goes on.";
        }
        if (happening instanceof Died died) {
            return "%s ended although nobody asked it to.%s"
                    .formatted(
                            died.node(),
                            died.lastWords().isBlank() ? "" : " Its last words: " + unpointed(died.lastWords()) + ".");
        }
        if (happening instanceof Skewed skewed) {
            return skewed(skewed);
        }
        if (happening instanceof Cut cut) {
            return links(cut.links()) + " cut.";
        }
        if (happening instanceof Mended mended) {
            return links(mended.links()) + " whole again.";
        }
        if (happening instanceof Happening.RuleSet set) {
            return "From now on: %s.".formatted(set.rule());
        }
        if (happening instanceof Happening.RulesEnded ended) {
            return rulesEnded(ended.rules());
        }
        if (happening instanceof StepDone) {
            return "The step is over.";
        }
        return happening instanceof Happening.ActionsDone
                ? "All messages of the step stand on their links."
                : "The cluster is up; nothing has happened yet.";
    }

    /**
     * Returns what a message is and where it stands: {@code B's push to A: waffle@2, grace@2. Lost: the link is cut.}
     */
    public static String of(Message message) {
        return MessageWords.of(message);
    }

    /** Returns where a message stands, with the reason if there is one: {@code Held back: until B has restarted.} */
    public static String fate(Message message) {
        return MessageWords.fate(message);
    }

    /** Returns what the parts of a message say: how far its sender has heard its destination, and what it brings. */
    public static String explain(Message message) {
        return MessageWords.explain(message);
    }

    private static String wrote(Wrote wrote) {
        Entry entry = wrote.entry();
        String client = wrote.outside() ? "A client outside this window" : "A client";
        String what = entry.value()
                .map(value -> "writes %s = %s".formatted(entry.key(), shortened(value)))
                .orElse("deletes " + entry.key());
        return String.format(
                Locale.ROOT,
                "%s %s%s at %s, at time %d.%s",
                client,
                what,
                via(wrote.via()),
                wrote.node(),
                entry.timestamp(),
                wrote.lost()
                        ? " It loses at once: %s holds a newer version of %s.".formatted(wrote.node(), entry.key())
                        : "");
    }

    private static String via(Optional<NodeId> gateway) {
        return gateway.map(name -> " via " + name).orElse("");
    }

    private static String skewed(Skewed skewed) {
        if (skewed.by() == 0) {
            return skewed.node() + "'s clock shows T again.";
        }
        return String.format(
                Locale.ROOT,
                "%s's clock runs %d %s T from now on.",
                skewed.node(),
                Math.abs(skewed.by()),
                skewed.by() > 0 ? "ahead of" : "behind");
    }

    private static String rulesEnded(List<TrafficRule> rules) {
        if (rules.isEmpty()) {
            return "No rule was in force.";
        }
        return "No longer in force: %s."
                .formatted(listed(rules.stream().map(TrafficRule::toString).toList()));
    }

    private static String links(List<Link> links) {
        if (links.isEmpty()) {
            return "No link is";
        }
        return (links.size() == 1 ? "The link " : "The links ")
                + listed(links.stream().sorted().map(Link::toString).toList())
                + (links.size() == 1 ? " is" : " are");
    }

    private static String shortened(Value value) {
        String text = value.text();
        if (text.isEmpty()) {
            return "an empty value";
        }
        if (text.codePointCount(0, text.length()) <= VALUE_CHARACTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, VALUE_CHARACTERS)) + "…";
    }
}

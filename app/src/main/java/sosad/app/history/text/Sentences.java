package sosad.app.history.text;

import static sosad.app.history.text.MessageText.listed;
import static sosad.app.history.text.MessageText.unpointed;
import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Checked;
import sosad.app.history.RunEvent.Cut;
import sosad.app.history.RunEvent.Delivered;
import sosad.app.history.RunEvent.Died;
import sosad.app.history.RunEvent.Failed;
import sosad.app.history.RunEvent.Handled;
import sosad.app.history.RunEvent.Killed;
import sosad.app.history.RunEvent.Mended;
import sosad.app.history.RunEvent.Paused;
import sosad.app.history.RunEvent.Read;
import sosad.app.history.RunEvent.Resumed;
import sosad.app.history.RunEvent.Sent;
import sosad.app.history.RunEvent.Skewed;
import sosad.app.history.RunEvent.Started;
import sosad.app.history.RunEvent.StepDone;
import sosad.app.history.RunEvent.StepOpened;
import sosad.app.history.RunEvent.Wrote;
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
    public static String of(RunEvent event) {
        if (event instanceof StepOpened opened) {
            return "T = " + opened.time() + " begins"
                    + opened.title().map(title -> ": " + title).orElse("") + ".";
        }
        if (event instanceof Wrote wrote) {
            return wrote(wrote);
        }
        if (event instanceof Read read) {
            return "A client reads %s%s at %s and gets %s."
                    .formatted(
                            read.key(),
                            via(read.via()),
                            read.node(),
                            read.value().map(Sentences::shortened).orElse("nothing"));
        }
        if (event instanceof RunEvent.Inquired inquired) {
            return InquiryText.of(inquired);
        }
        if (event instanceof Sent sent) {
            return MessageSentences.sent(sent.message());
        }
        if (event instanceof Delivered delivered) {
            return MessageSentences.delivered(delivered);
        }
        if (event instanceof Handled handled) {
            return MessageSentences.handled(handled);
        }
        if (event instanceof RunEvent.Split split) {
            return MessageSentences.split(split);
        }
        if (event instanceof RunEvent.Reordered reordered) {
            return MessageSentences.reordered(reordered);
        }
        if (event instanceof Failed failed) {
            return "Could not %s: %s.".formatted(ActionText.of(failed.action()), unpointed(failed.reason()));
        }
        if (event instanceof Checked checked) {
            return "Expected: %s. %s%s"
                    .formatted(
                            checked.expectation(),
                            checked.met() ? "So it is." : "It is not so",
                            checked.met() ? "" : checked.found().isEmpty() ? "." : ": " + checked.found() + ".");
        }
        return ofNodeOrLink(event);
    }

    private static String ofNodeOrLink(RunEvent event) {
        if (event instanceof Killed killed) {
            return killed.node() + " is killed.";
        }
        if (event instanceof Started started) {
            return started.node() + " is started again.";
        }
        if (event instanceof Paused paused) {
            return paused.node() + " is paused: it neither hears nor answers.";
        }
        if (event instanceof Resumed resumed) {
            return resumed.node() + " goes on.";
        }
        if (event instanceof Died died) {
            return "%s ended unexpectedly.%s"
                    .formatted(
                            died.node(),
                            died.lastWords().isBlank() ? "" : " Its last line: " + unpointed(died.lastWords()) + ".");
        }
        if (event instanceof Skewed skewed) {
            return skewed(skewed);
        }
        if (event instanceof Cut cut) {
            return links(cut.links()) + " cut.";
        }
        if (event instanceof Mended mended) {
            return links(mended.links()) + " whole again.";
        }
        if (event instanceof RunEvent.RuleSet set) {
            return "From now on: %s.".formatted(set.rule());
        }
        if (event instanceof RunEvent.RulesEnded ended) {
            return rulesEnded(ended.rules());
        }
        if (event instanceof StepDone) {
            return "The step is over.";
        }
        return event instanceof RunEvent.ActionsDone
                ? "All messages of the step stand on their links."
                : "The cluster is up; nothing has happened yet.";
    }

    /**
     * Returns what a message is and where it stands: {@code B's push to A: waffle@2, grace@2. Lost: the link is cut.}
     */
    public static String of(Message message) {
        return MessageText.of(message);
    }

    /** Returns where a message stands, with the reason if there is one: {@code Held back: until B has restarted.} */
    public static String fate(Message message) {
        return MessageText.fate(message);
    }

    /** Returns what the parts of a message say: how far its sender has heard its destination, and what it brings. */
    public static String explain(Message message) {
        return MessageText.explain(message);
    }

    private static String wrote(Wrote wrote) {
        Entry entry = wrote.entry();
        String client = wrote.outside() ? "A client outside this window" : "A client";
        String what = entry.value()
                .map(value -> "writes %s = %s".formatted(entry.key(), shortened(value)))
                .orElse("deletes " + entry.key());
        return format(
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
        return format(
                "%s's clock runs %d %s T from now on.",
                skewed.node(), Math.abs(skewed.by()), skewed.by() > 0 ? "ahead of" : "behind");
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

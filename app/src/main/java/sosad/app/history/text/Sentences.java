package sosad.app.history.text;

import static sosad.app.history.text.MessageText.listed;
import static sosad.app.history.text.MessageText.unpointed;
import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import sosad.app.history.ClientRead;
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
import sosad.model.ByType;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/** Events of a run, in sentences. */
public final class Sentences {
    /** A value longer than this is cut in a sentence. */
    private static final int VALUE_CHARACTERS = 40;

    private static final ByType<RunEvent, String> EVENTS = new ByType<RunEvent, String>()
            .on(RunEvent.ClusterStarted.class, event -> "The cluster is up; nothing has happened yet.")
            .on(StepOpened.class, Sentences::opened)
            .on(RunEvent.ActionsDone.class, event -> "All messages of the step stand on their links.")
            .on(StepDone.class, event -> "The step is over.")
            .on(Wrote.class, Sentences::wrote)
            .on(RunEvent.Asked.class, Sentences::asked)
            .on(Read.class, Sentences::read)
            .on(RunEvent.Inquired.class, InquiryText::of)
            .on(Sent.class, sent -> MessageSentences.sent(sent.message()))
            .on(Delivered.class, MessageSentences::delivered)
            .on(Handled.class, MessageSentences::handled)
            .on(RunEvent.Split.class, MessageSentences::split)
            .on(RunEvent.Reordered.class, MessageSentences::reordered)
            .on(RunEvent.StepFailed.class, Sentences::stepFailed)
            .on(Failed.class, Sentences::failed)
            .on(Checked.class, Sentences::checked)
            .on(Killed.class, killed -> killed.node() + " is killed.")
            .on(Started.class, started -> started.node() + " is started again.")
            .on(Paused.class, paused -> paused.node() + " is paused: it neither hears nor answers.")
            .on(Resumed.class, resumed -> resumed.node() + " resumes.")
            .on(Died.class, Sentences::died)
            .on(Skewed.class, Sentences::skewed)
            .on(Cut.class, cut -> links(cut.links()) + " cut.")
            .on(Mended.class, mended -> links(mended.links()) + " whole again.")
            .on(RunEvent.RuleSet.class, set -> "From now on: %s.".formatted(set.rule()))
            .on(RunEvent.RulesEnded.class, ended -> rulesEnded(ended.rules()))
            .all(RunEvent.class);

    private Sentences() {}

    /** Returns what happened, in one or two sentences that a student understands. */
    public static String of(RunEvent event) {
        return EVENTS.of(event);
    }

    private static String opened(StepOpened opened) {
        return "T = " + opened.time() + " begins"
                + opened.title().map(title -> ": " + title).orElse("") + ".";
    }

    private static String read(Read read) {
        return "A client reads %s%s at %s and gets %s.%s"
                .formatted(
                        read.key(),
                        via(read.via()),
                        read.node(),
                        got(read.value()),
                        read.newest().map(Sentences::stale).orElse(""));
    }

    private static String asked(RunEvent.Asked asked) {
        return "A client reads %s at %s, which asks its peers %s."
                .formatted(
                        asked.key(),
                        asked.node(),
                        asked.mode() == ReadMode.FIND ? "for what it lacks" : "for the newest");
    }

    private static String stale(Entry newest) {
        return format(" That is stale: %s@%d is newer.", newest.key(), newest.timestamp());
    }

    private static String got(Optional<Value> value) {
        return value.map(Sentences::shortened).orElse("nothing");
    }

    /** Returns a client's read in a sentence: what it asked, and what it got so far. */
    public static String of(ClientRead read) {
        if (read.answer() instanceof ClientRead.Answer.Got got) {
            return read(new Read(read.node(), read.key(), got.value(), read.via(), read.mode(), got.newest()));
        }
        String asked = "A client reads %s%s at %s".formatted(read.key(), via(read.via()), read.node());
        return read.answer() instanceof ClientRead.Answer.Failed failed
                ? "%s and gets no answer: %s.".formatted(asked, unpointed(failed.reason()))
                : asked + "; the node waits for its peers.";
    }

    private static String stepFailed(RunEvent.StepFailed failed) {
        return "The step failed: %s. From here on the lesson is void.".formatted(unpointed(failed.reason()));
    }

    private static String failed(Failed failed) {
        return "Could not %s: %s.".formatted(ActionText.of(failed.action()), unpointed(failed.reason()));
    }

    private static String checked(Checked checked) {
        return "Expected: %s. %s%s"
                .formatted(
                        checked.expectation(),
                        checked.met() ? "So it is." : "It is not so",
                        checked.met() ? "" : checked.found().isEmpty() ? "." : ": " + checked.found() + ".");
    }

    private static String died(Died died) {
        return "%s ended unexpectedly.%s"
                .formatted(
                        died.node(),
                        died.lastWords().isBlank() ? "" : " Its last line: " + unpointed(died.lastWords()) + ".");
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
            return Isolated.of(text);
        }
        return Isolated.of(text.substring(0, text.offsetByCodePoints(0, VALUE_CHARACTERS)) + "…");
    }
}

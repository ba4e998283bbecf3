package sosad.app.history.text;

import sosad.app.scenario.Action;
import sosad.app.scenario.Action.Cut;
import sosad.app.scenario.Action.Delete;
import sosad.app.scenario.Action.Deliver;
import sosad.app.scenario.Action.Discard;
import sosad.app.scenario.Action.EndRule;
import sosad.app.scenario.Action.Get;
import sosad.app.scenario.Action.Handle;
import sosad.app.scenario.Action.Kill;
import sosad.app.scenario.Action.Pause;
import sosad.app.scenario.Action.Push;
import sosad.app.scenario.Action.Put;
import sosad.app.scenario.Action.Resume;
import sosad.app.scenario.Action.SetRule;
import sosad.app.scenario.Action.Skew;
import sosad.app.scenario.Action.Start;
import sosad.app.scenario.Action.Sync;
import sosad.app.scenario.Action.Trim;
import sosad.app.scenario.MessageAction;
import sosad.protocol.EnumNames;

/** What an action wants, as the words that follow "could not". */
final class ActionText {
    private ActionText() {}

    static String of(Action action) {
        if (action instanceof Put put) {
            return "write %s %s".formatted(put.key(), put.access());
        }
        if (action instanceof Delete delete) {
            return "delete %s %s".formatted(delete.key(), delete.access());
        }
        if (action instanceof Get get) {
            return "read %s %s".formatted(get.key(), get.access());
        }
        if (action instanceof Push push) {
            return "push from " + push.from();
        }
        if (action instanceof Sync sync) {
            return "sync from " + sync.from();
        }
        if (action instanceof Deliver deliver) {
            return "deliver a held message from " + deliver.link();
        }
        if (action instanceof Discard discard) {
            return "throw away a held message from " + discard.link();
        }
        if (action instanceof Trim trim) {
            return "trim a held message from " + trim.link();
        }
        if (action instanceof Handle handle) {
            MessageAction.Kind kind = handle.action().kind();
            return "%s a message %s from %s"
                    .formatted(
                            EnumNames.of(kind),
                            kind == MessageAction.Kind.RESTORE ? "lost" : "in flight",
                            handle.link());
        }
        return ofNodeOrLink(action);
    }

    private static String ofNodeOrLink(Action action) {
        if (action instanceof Kill kill) {
            return "kill " + kill.node();
        }
        if (action instanceof Start start) {
            return "start " + start.node();
        }
        if (action instanceof Pause pause) {
            return "pause " + pause.node();
        }
        if (action instanceof Resume resume) {
            return "resume " + resume.node();
        }
        if (action instanceof Skew skew) {
            return "set the clock of " + skew.node();
        }
        if (action instanceof SetRule set) {
            return "set the rule “%s”".formatted(set.rule());
        }
        if (action instanceof EndRule) {
            return "end a rule";
        }
        if (action instanceof Cut) {
            return "cut links";
        }
        return action instanceof Action.Mend ? "mend links" : "check an expectation";
    }
}

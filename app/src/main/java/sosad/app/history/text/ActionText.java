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
import sosad.model.ByType;
import sosad.protocol.EnumNames;

/** Actions in words, as they follow "could not". */
public final class ActionText {
    private static final ByType<Action, String> TEXTS = new ByType<Action, String>()
            .on(Put.class, put -> "write %s %s".formatted(put.key(), put.access()))
            .on(Delete.class, delete -> "delete %s %s".formatted(delete.key(), delete.access()))
            .on(Get.class, get -> "read %s %s".formatted(get.key(), get.access()))
            .on(Push.class, push -> "push from " + push.from())
            .on(Sync.class, sync -> "sync from " + sync.from())
            .on(Deliver.class, deliver -> "deliver a held message from " + deliver.link())
            .on(Discard.class, discard -> "throw away a held message from " + discard.link())
            .on(Trim.class, trim -> "trim a held message from " + trim.link())
            .on(Handle.class, ActionText::handle)
            .on(Kill.class, kill -> "kill " + kill.node())
            .on(Start.class, start -> "start " + start.node())
            .on(Pause.class, pause -> "pause " + pause.node())
            .on(Resume.class, resume -> "resume " + resume.node())
            .on(Skew.class, skew -> "set the clock of " + skew.node())
            .on(SetRule.class, set -> "set the rule “%s”".formatted(set.rule()))
            .on(EndRule.class, end -> "end a rule")
            .on(Cut.class, cut -> "cut links")
            .on(Action.Mend.class, mend -> "mend links")
            .on(Action.Expect.class, expect -> "check an expectation")
            .all(Action.class);

    private ActionText() {}

    /** Returns an action in words, such as {@code write waffle at B}. */
    public static String of(Action action) {
        return TEXTS.of(action);
    }

    private static String handle(Handle handle) {
        MessageAction.Kind kind = handle.action().kind();
        String state = kind == MessageAction.Kind.RESTORE
                ? "lost"
                : EnumNames.of(handle.state()).replace('-', ' ');
        return "%s a message %s from %s".formatted(EnumNames.of(kind), state, handle.link());
    }
}

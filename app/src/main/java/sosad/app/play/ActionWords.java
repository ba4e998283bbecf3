package sosad.app.play;

import sosad.app.scenario.Action;

/** Actions in a few words, for failures. */
final class ActionWords implements Action.Visitor<String> {
    private static final ActionWords WORDS = new ActionWords();

    private ActionWords() {}

    static String of(Action action) {
        return action.accept(WORDS);
    }

    @Override
    public String put(Action.Put put) {
        return "put %s at %s".formatted(put.key(), put.at());
    }

    @Override
    public String delete(Action.Delete delete) {
        return "delete %s at %s".formatted(delete.key(), delete.at());
    }

    @Override
    public String get(Action.Get get) {
        return "get %s at %s".formatted(get.key(), get.at());
    }

    @Override
    public String push(Action.Push push) {
        return "push from " + push.from();
    }

    @Override
    public String sync(Action.Sync sync) {
        return "sync from " + sync.from();
    }

    @Override
    public String deliver(Action.Deliver deliver) {
        return "deliver from " + deliver.link();
    }

    @Override
    public String discard(Action.Discard discard) {
        return "discard from " + discard.link();
    }

    @Override
    public String trim(Action.Trim trim) {
        return "trim from " + trim.link();
    }

    @Override
    public String kill(Action.Kill kill) {
        return "kill " + kill.node();
    }

    @Override
    public String start(Action.Start start) {
        return "start " + start.node();
    }

    @Override
    public String pause(Action.Pause pause) {
        return "pause " + pause.node();
    }

    @Override
    public String resume(Action.Resume resume) {
        return "resume " + resume.node();
    }

    @Override
    public String cut(Action.Cut cut) {
        return "cut";
    }

    @Override
    public String mend(Action.Mend mend) {
        return "mend";
    }

    @Override
    public String skew(Action.Skew skew) {
        return "skew " + skew.node();
    }

    @Override
    public String expect(Action.Expect expect) {
        return "expect";
    }
}

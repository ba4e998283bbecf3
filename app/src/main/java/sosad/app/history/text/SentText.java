package sosad.app.history.text;

import static sosad.model.PlainFormat.format;

import sosad.app.history.SentByKind.Sum;
import sosad.app.history.SentCounts;

/** What nodes have sent each other, in words. */
public final class SentText {
    private SentText() {}

    /** Returns what was sent in the step and in the run, in one line. */
    public static String of(SentCounts sent) {
        return "sent in this step: %s · in the run: %s"
                .formatted(of(sent.step().total()), of(sent.run().total()));
    }

    /** Returns the messages and bytes of the step and of the run, in few words. */
    public static String brief(SentCounts sent) {
        return "step: %s · run: %s"
                .formatted(brief(sent.step().total()), brief(sent.run().total()));
    }

    private static String brief(Sum sum) {
        return "%s, %s"
                .formatted(counted(sum.messages(), "message", "messages"), counted(sum.bytes(), "byte", "bytes"));
    }

    private static String of(Sum sum) {
        return sum.messages() == 0
                ? "nothing"
                : "%s, %s, %s"
                        .formatted(
                                counted(sum.messages(), "message", "messages"),
                                counted(sum.entries(), "entry", "entries"),
                                counted(sum.bytes(), "byte", "bytes"));
    }

    private static String counted(long count, String one, String many) {
        return format("%,d %s", count, count == 1 ? one : many);
    }
}

package sosad.app.explain.change;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import sosad.app.explain.change.PlainRun.SentMessage;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules;

/** Changes in words, as what follows "it would be there if". */
final class Wording {
    /** The most links that are named one by one. */
    private static final int FEW = 2;

    private static final Map<Integer, String> ORDINALS = Map.of(1, "first", 2, "second", 3, "third");

    private final PlainRun run;

    Wording(PlainRun run) {
        this.run = run;
    }

    /** {@code B's push to A at T = 3}. */
    String message(MessageRef name) {
        SentMessage sent = run.sent().get(name.withCopy(0));
        return format("%s to %s at %s", senders(sent), sent.update().to(), time(sent.step()));
    }

    /** {@code B's push}, {@code B's second push}. */
    String senders(MessageRef name) {
        return senders(run.sent().get(name.withCopy(0)));
    }

    private static String senders(SentMessage sent) {
        String which = sent.isOnly() ? "" : ordinal(sent.ordinal()) + " ";
        return format(
                "%s's %s%s",
                sent.update().from(), which, EnumNames.of(sent.update().kind()));
    }

    private static String ordinal(int number) {
        return ORDINALS.getOrDefault(number, format("%dth", number));
    }

    String time(int step) {
        return format("T = %d", run.steps().get(step).time());
    }

    /** Where something stands that comes after a step: {@code before T = 4}, {@code after T = 5} if none follows. */
    String after(int step) {
        return step + 1 < run.steps().size() ? "before " + time(step + 1) : "after " + time(step);
    }

    /** {@code B's push reached A before C's sync at T = 4}. */
    String swap(MessageRef later, MessageRef earlier, int step) {
        SentMessage first = run.sent().get(later.withCopy(0));
        SentMessage second = run.sent().get(earlier.withCopy(0));
        return format(
                "%s%s reached %s before %s%s at %s",
                senders(first),
                since(first, step),
                first.update().to(),
                senders(second),
                since(second, step),
                time(step));
    }

    private String since(SentMessage sent, int step) {
        return sent.step() == step ? "" : " of " + time(sent.step());
    }

    /** {@code the link B → A}, {@code the links of A and B}. */
    static String links(List<Link> links) {
        if (links.size() == 1) {
            return format(
                    "the link %s → %s were", links.get(0).from(), links.get(0).to());
        }
        TreeSet<NodeId> ends = new TreeSet<>();
        links.forEach(link -> ends.addAll(List.of(link.from(), link.to())));
        if (links.size() == FEW && ends.size() == FEW) {
            return format("the links between %s and %s were", ends.first(), ends.last());
        }
        return "the links were";
    }

    /** {@code under per-key it would be there}. */
    static String rule(Rules before, Rules after, Optional<Integer> ofMore) {
        String content = before.content() == after.content() ? "" : EnumNames.of(after.content());
        String timestamps =
                before.timestamps() == after.timestamps() ? "" : "timestamps " + EnumNames.of(after.timestamps());
        String and = content.isEmpty() || timestamps.isEmpty() ? "" : " with ";
        String tried = ofMore.map(some -> format("none of the %,d changes closest to the end helps", some))
                .orElse("no single change: the rule itself");
        return tried + Change.UNDER + content + and + timestamps + Change.WOULD;
    }
}

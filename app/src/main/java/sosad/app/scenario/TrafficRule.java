package sosad.app.scenario;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;
import java.util.Optional;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.EnumNames;
import sosad.wire.FrameKind;

/**
 * A standing order for messages as they are sent: which of them it covers, and what is done to every nth one.
 *
 * @param from covers only what this node sends
 * @param to covers only what is sent to this node
 * @param kind covers only messages of this kind
 * @param every it acts on each message covered whose number is a multiple of this; 1: on all
 * @param treatment what it does
 * @param steps for how many steps it delays; 0 unless it does
 */
public record TrafficRule(
        Optional<NodeId> from,
        Optional<NodeId> to,
        Optional<FrameKind> kind,
        int every,
        Treatment treatment,
        int steps) {
    /** The largest {@code every}. */
    public static final int MAX_EVERY = 1_000;

    /** The most steps by which a message can be delayed. */
    public static final int MAX_STEPS = 99;

    private static final String[] SMALL_ORDINALS = {"second", "third"};

    /** @throws IllegalArgumentException naming what is out of range */
    public TrafficRule {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(treatment);
        refuseIf(kind.equals(Optional.of(FrameKind.GREETING)), "a greeting is no message");
        if (from.isPresent() && from.equals(to)) {
            throw new IllegalArgumentException("%s sends nothing to itself".formatted(from.get()));
        }
        check("every", every, 1, MAX_EVERY);
        check("steps", steps, treatment == Treatment.DELAY ? 1 : 0, treatment == Treatment.DELAY ? MAX_STEPS : 0);
    }

    private static void check(String what, int number, int least, int most) {
        refuseIf(number < least || number > most, "%s is %d; it must be from %d to %d", what, number, least, most);
    }

    /** Returns whether a message that says this is one of those it counts. */
    public boolean covers(Content content) {
        return from.map(content.from()::equals).orElse(true)
                && to.map(content.to()::equals).orElse(true)
                && kind.map(FrameKind.of(content)::equals).orElse(true);
    }

    /** In words: {@code hold everything to A}, {@code lose every second message on B → C}. */
    @Override
    public String toString() {
        return EnumNames.of(treatment) + " " + which() + where() + (steps == 0 ? "" : " by " + steps(steps));
    }

    private String which() {
        if (every == 1) {
            return kind.map(only -> "every " + word(only)).orElse("everything");
        }
        return "every %s %s"
                .formatted(ordinal(every), kind.map(TrafficRule::word).orElse("message"));
    }

    /** The word for a kind of message on screen; in files it is that of the constant. */
    public static String word(FrameKind kind) {
        return kind == FrameKind.ASK ? "question" : EnumNames.of(kind);
    }

    /** The word for an {@code every} above 1: {@code second}, {@code third}, {@code 4th}. */
    public static String ordinal(int every) {
        if (every - 2 < SMALL_ORDINALS.length) {
            return SMALL_ORDINALS[every - 2];
        }
        boolean teen = every / 10 % 10 == 1;
        return every
                + switch (teen ? 0 : every % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private String where() {
        if (from.isPresent() && to.isPresent()) {
            return " on %s → %s".formatted(from.get(), to.get());
        }
        return from.map(node -> " from " + node).orElse("")
                + to.map(node -> " to " + node).orElse("");
    }

    /** {@code 1 step}, {@code 2 steps}. */
    public static String steps(int count) {
        return count == 1 ? "1 step" : count + " steps";
    }

    /** A rule's effect on a message. */
    public enum Treatment {
        /** Parks it at its sender's side. */
        HOLD,
        /** Loses it. */
        LOSE,
        /** Lets it arrive once more. */
        DUPLICATE,
        /** Parks it at its sender's side for some steps. */
        DELAY,
        /** Changes its bytes on the way, so that its receiver refuses it. */
        CORRUPT
    }
}

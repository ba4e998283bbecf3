package sosad.app.replay;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import sosad.engine.EngineSnapshot;
import sosad.record.Ending;
import sosad.record.RecordReader;
import sosad.record.RecordReplay;
import sosad.record.RecordReplay.Difference;
import sosad.record.Replayed;
import sosad.wire.MalformedException;

/** Gives what a node recorded to a fresh core, and compares. */
public final class StretchReplay {
    private final Stretch stretch;
    private final Consumer<Replayed> inputs;
    private final RecordReplay replay;
    private long lastMillis;
    private Optional<Replayed> first = Optional.empty();

    /**
     * A replay before its first input.
     *
     * @param begun gets each state from which it begins, or begins anew
     * @param inputs gets each input when the core has taken it
     */
    public StretchReplay(Stretch stretch, Consumer<EngineSnapshot> begun, Consumer<Replayed> inputs) {
        this.stretch = stretch;
        this.inputs = inputs;
        this.replay = new RecordReplay(begun, this::took);
        this.lastMillis = stretch.start();
    }

    private void took(Replayed input) {
        lastMillis = input.epochMillis();
        if (first.isEmpty()) {
            first = Optional.of(input);
        }
        inputs.accept(input);
    }

    /**
     * The outcome of a replay.
     *
     * @param inputs how many inputs were replayed
     * @param compared how many states were compared
     * @param first the first input that the record still has
     * @param end when the last one came, in milliseconds since 1970
     * @param ending why the record ends there; empty: the node was killed
     * @param difference where core and node differ first
     */
    public record Outcome(
            Stretch stretch,
            long inputs,
            int compared,
            Optional<Replayed> first,
            long end,
            Optional<Ending> ending,
            Optional<Difference> difference) {
        /** Returns what came of it, in a line. */
        public String line() {
            String words = difference
                    .map(found -> "differs at input %s: %s".formatted(place(found), found.what()))
                    .orElseGet(() -> format(
                            "%,d inputs in %s s, %,d %s equal",
                            inputs, seconds(end), compared, compared == 1 ? "state" : "states"));
            return "%s: %s%s%s".formatted(stretch.node(), words, thinned(), torn());
        }

        private String place(Difference found) {
            return format(
                    "%,d (%s s)",
                    found.after().map(Replayed::number).orElse(0L) + 1,
                    seconds(found.after().map(Replayed::epochMillis).orElse(stretch.start())));
        }

        private String seconds(long millis) {
            return format("%,.1f", (millis - stretch.start()) / 1_000.0);
        }

        private String thinned() {
            return first.filter(input -> input.number() > 1)
                    .map(input -> "; every message from %s s on, before that only states"
                            .formatted(seconds(input.epochMillis())))
                    .orElse("");
        }

        private String torn() {
            return ending.map(reason -> reason == Ending.ENDED || reason == Ending.CLOSED ? "" : "; then " + reason)
                    .orElse("; the node did not end in good order");
        }
    }

    /** The state to which it has come; empty before the first one. Costs O(n). */
    Optional<EngineSnapshot> state() {
        return replay.state();
    }

    /**
     * Replays everything.
     *
     * @throws RecordFileException if a file cannot be read to its end
     */
    public Outcome run() {
        Optional<Difference> difference = Optional.empty();
        for (RecordPart part : stretch.parts()) {
            try (RecordReader reader = part.open()) {
                difference = replay.replay(reader);
            } catch (MalformedException e) {
                throw RecordPart.malformed(part.file(), e);
            } catch (IOException e) {
                throw RecordPart.unreadable(part.file(), e);
            }
            if (difference.isPresent()) {
                break;
            }
        }
        return new Outcome(stretch, replay.taken(), replay.compared(), first, lastMillis, replay.ending(), difference);
    }
}

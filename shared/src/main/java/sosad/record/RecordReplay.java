package sosad.record;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import sosad.engine.EngineSnapshot;
import sosad.wire.MalformedException;

/**
 * Gives an engine what the parts of one stretch of a record hold, one part after the other, and compares its state with
 * the record's wherever one is there. A part that does not follow the one before begins with its own state.
 */
public final class RecordReplay {
    private final EngineStates states = new EngineStates();
    private final Consumer<Replayed> inputs;
    private final Consumer<EngineSnapshot> begun;
    private Optional<ReplayedEngine> engine = Optional.empty();
    private Optional<Replayed> last = Optional.empty();
    private Optional<Ending> ending = Optional.empty();
    private int part;
    private long taken;
    private int compared;

    /**
     * A replay before its first part.
     *
     * @param begun gets each state from which it begins, or begins anew
     * @param inputs gets each input when the engine has taken it
     */
    public RecordReplay(Consumer<EngineSnapshot> begun, Consumer<Replayed> inputs) {
        this.begun = begun;
        this.inputs = inputs;
    }

    /**
     * The first difference between the record and the replay.
     *
     * @param what it is, in words
     * @param after the last input that was replayed; empty: there was none
     * @param recorded the state in the record, if it is there
     * @param replayed the state of the engine
     */
    public record Difference(
            String what, Optional<Replayed> after, Optional<EngineSnapshot> recorded, EngineSnapshot replayed) {}

    /**
     * Replays a part.
     *
     * @return the difference at which it has stopped; empty if there is none
     * @throws MalformedException if the part cannot be read to its end
     */
    public Optional<Difference> replay(RecordReader reader) throws IOException, MalformedException {
        RecordHeader header = reader.header();
        if (!(header.follows() && header.part() == part + 1 && ending.equals(Optional.of(Ending.CONTINUED)))) {
            engine = Optional.empty();
        }
        part = header.part();
        ending = Optional.empty();
        for (Optional<RecordReader.Block> next = reader.next(); next.isPresent(); next = reader.next()) {
            RecordReader.Block block = next.get();
            Optional<Difference> difference =
                    switch (block.kind()) {
                        case STATE -> compare(block.content());
                        case INPUTS -> take(block.content());
                        case END -> end(block.content());
                        case HEADER -> throw new MalformedException("a damaged record: a second beginning");
                    };
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> compare(byte[] recorded) throws MalformedException {
        if (engine.isEmpty()) {
            begin(states.decode(recorded));
            return Optional.empty();
        }
        EngineSnapshot state = engine.get().engine().snapshot();
        compared++;
        if (Arrays.equals(states.encode(state), recorded)) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                "the core has come to another state than the node", last, Optional.of(states.decode(recorded)), state));
    }

    private void begin(EngineSnapshot state) throws MalformedException {
        try {
            engine = Optional.of(new ReplayedEngine(state));
        } catch (RuntimeException e) {
            throw new MalformedException("a damaged record: its state is none that a node can be in", e);
        }
        begun.accept(state);
    }

    private Optional<Difference> take(byte[] block) throws MalformedException {
        ReplayedEngine replayed =
                engine.orElseThrow(() -> new MalformedException("a damaged record: inputs before any state"));
        InputDecoder decoder = new InputDecoder(block);
        replayed.begin(decoder);
        while (decoder.hasMore()) {
            try {
                Replayed input = replayed.next();
                taken++;
                last = Optional.of(input);
                inputs.accept(input);
            } catch (DiffersException e) {
                return Optional.of(new Difference(
                        e.getMessage(),
                        last,
                        Optional.empty(),
                        replayed.engine().snapshot()));
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> end(byte[] content) throws MalformedException {
        ending = Optional.of(RecordFormat.ending(content));
        return Optional.empty();
    }

    /** Returns why the part replayed last ends where it does; empty if its node was killed, or it is thinned out. */
    public Optional<Ending> ending() {
        return ending;
    }

    /** Returns how many inputs were replayed. */
    public long taken() {
        return taken;
    }

    /** Returns how many states were compared. */
    public int compared() {
        return compared;
    }

    /** The state to which it has come; empty before the first one. Costs O(n). */
    public Optional<EngineSnapshot> state() {
        return engine.map(replayed -> replayed.engine().snapshot());
    }
}

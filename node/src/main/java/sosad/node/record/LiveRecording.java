package sosad.node.record;

import java.util.Optional;
import java.util.function.LongSupplier;
import sosad.engine.Engine;
import sosad.engine.EngineInput;
import sosad.engine.Host;
import sosad.engine.Journal;
import sosad.message.Launch.RecordTo;
import sosad.node.host.Recording;
import sosad.record.Ending;
import sosad.record.InputEncoder;
import sosad.record.RecordedHost;
import sosad.record.RecordedJournal;
import sosad.wire.Frame;

/**
 * Records what the engine takes in from when it goes live, with a state of it now and then. It hands blocks to a thread
 * of their own, and leaves out what that thread has no room for rather than wait.
 */
public final class LiveRecording implements Recording {
    private static final int BLOCK_BYTES = 128 << 10;

    /** The shortest time between two states, unless a part of the record is full before. */
    private static final long STATE_NANOS = 1_000_000_000L;

    /** The inputs between two states take at least so many times the bytes of a state. */
    private static final int STATE_SHARE = 4;

    /** The time between two states is at least so many times what it takes to make one. */
    private static final int STATE_COST_SHARE = 100;

    /** After so many parts' inputs without a state one is made at any cost, or there would be no whole part to keep. */
    private static final int MAX_PARTS_WITHOUT_STATE = 4;

    private final RecordThread.Source source;
    private Optional<RecordTo> place;
    private final LongSupplier epochMillis;
    private final InputEncoder encoder = new InputEncoder(BLOCK_BYTES);
    private Engine engine;
    private RecordThread thread;
    private Progress progress = Progress.NOT_LIVE;
    private int depth;
    private Frame frame;
    private long sinceState;
    private long stateNanos;
    private long stateCostNanos;

    private enum Progress {
        /** Nothing is recorded. */
        NOT_LIVE,
        /** Everything is recorded. */
        ON,
        /** The disk was too slow; nothing is recorded until it has caught up. */
        LOST
    }

    /**
     * A recording that begins when the engine goes live.
     *
     * @param place where to, unless something else is said later
     * @param source makes the thread of each stretch of live time
     * @param epochMillis the machine's clock, in milliseconds since 1970
     */
    public LiveRecording(Optional<RecordTo> place, RecordThread.Source source, LongSupplier epochMillis) {
        this.place = place;
        this.source = source;
        this.epochMillis = epochMillis;
    }

    @Override
    public void of(Engine recorded) {
        engine = recorded;
    }

    @Override
    public void to(RecordTo newPlace) {
        place = Optional.of(newPlace);
    }

    @Override
    public Host around(Host host) {
        return new RecordedHost(host, encoder, this::isAnswering);
    }

    @Override
    public Journal around(Journal journal) {
        return new RecordedJournal(journal, encoder, this::isAnswering);
    }

    private boolean isAnswering() {
        return depth > 0 && progress == Progress.ON;
    }

    @Override
    public void comesIn(Frame incoming) {
        frame = incoming;
    }

    @Override
    public void begins(EngineInput input) {
        if (depth++ > 0) {
            if (progress == Progress.ON) {
                encoder.nested(input);
            }
            return;
        }
        if (progress == Progress.NOT_LIVE && place.isPresent() && input instanceof EngineInput.GoLive) {
            beginStretch();
        } else if (progress == Progress.LOST && thread.isIdle() && isStateAffordable()) {
            progress = Progress.ON;
            handOverState(thread::beginAnew);
        }
        if (progress == Progress.ON) {
            write(input);
        }
        frame = null;
    }

    private void write(EngineInput input) {
        if (input instanceof EngineInput.Put || input instanceof EngineInput.Delete) {
            encoder.write(input, epochMillis);
        } else if (frame != null && (input instanceof EngineInput.Receive || input instanceof EngineInput.Hear)) {
            encoder.input(frame, epochMillis.getAsLong());
        } else {
            encoder.input(input, epochMillis.getAsLong());
        }
    }

    @Override
    public void ended() {
        if (--depth > 0 || progress == Progress.NOT_LIVE) {
            return;
        }
        if (encoder.size() >= BLOCK_BYTES) {
            handOver();
        }
    }

    private void beginStretch() {
        progress = Progress.ON;
        encoder.restart();
        thread = source.begin(place.orElseThrow(), engine.replica().id(), epochMillis.getAsLong(), this::handOver);
        handOverState(thread::beginAnew);
    }

    /** Hands over what there is, at times a state too. */
    private void handOver() {
        if (progress != Progress.ON) {
            return;
        }
        if (thread.isOver()) {
            encoder.takeBlock();
            progress = Progress.NOT_LIVE;
            return;
        }
        handOverInputs();
        if (progress == Progress.ON && isStateDue()) {
            handOverState(thread::state);
        }
    }

    private void handOverInputs() {
        if (encoder.size() > 0) {
            byte[] block = encoder.takeBlock();
            sinceState += block.length;
            if (!thread.inputs(block)) {
                progress = Progress.LOST;
            }
        }
    }

    private boolean isStateDue() {
        long now = System.nanoTime() - stateNanos;
        boolean isTime = (now > STATE_NANOS || sinceState > thread.partBytes()) && isStateAffordable();
        return sinceState > STATE_SHARE * thread.stateBytes()
                && (isTime || sinceState > MAX_PARTS_WITHOUT_STATE * thread.partBytes());
    }

    private boolean isStateAffordable() {
        return System.nanoTime() - stateNanos > STATE_COST_SHARE * stateCostNanos;
    }

    private void handOverState(RecordThread.States to) {
        long begun = System.nanoTime();
        to.take(engine.snapshot(), epochMillis.getAsLong());
        stateNanos = System.nanoTime();
        stateCostNanos = stateNanos - begun;
        sinceState = 0;
    }

    @Override
    public void end(Runnable then) {
        if (progress == Progress.NOT_LIVE) {
            then.run();
        } else {
            end(Ending.ENDED, then);
        }
    }

    private void end(Ending ending, Runnable then) {
        if (progress == Progress.ON) {
            handOverInputs();
        }
        handOverState(progress == Progress.ON ? thread::state : thread::beginAnew);
        progress = Progress.NOT_LIVE;
        thread.end(ending, then);
    }

    @Override
    public void close() {
        if (progress != Progress.NOT_LIVE) {
            end(Ending.CLOSED, () -> {});
        }
        if (thread != null) {
            thread.await();
        }
    }
}

package sosad.node.host;

import sosad.engine.Engine;
import sosad.engine.EngineInput;
import sosad.engine.Host;
import sosad.engine.InputListener;
import sosad.engine.Journal;
import sosad.message.Launch.RecordTo;
import sosad.wire.Frame;

/**
 * The record of what the engine takes in: its inputs, and the answers that its surroundings give. All calls come from
 * the event loop; none blocks, except {@link #close}.
 */
public interface Recording extends InputListener, AutoCloseable {
    /** Nothing is recorded. */
    Recording NONE = new Recording() {
        @Override
        public void begins(EngineInput input) {}

        @Override
        public void ended() {}

        @Override
        public void of(Engine engine) {}

        @Override
        public Host around(Host host) {
            return host;
        }

        @Override
        public Journal around(Journal journal) {
            return journal;
        }

        @Override
        public void comesIn(Frame frame) {}

        @Override
        public void to(RecordTo place) {
            throw new IllegalStateException("the node records nothing");
        }

        @Override
        public void end(Runnable then) {
            then.run();
        }

        @Override
        public void close() {}
    };

    /** Records this engine, which has taken nothing in yet. */
    void of(Engine engine);

    /** The same surroundings, whose answers are recorded. */
    Host around(Host host);

    /** The same journal, whose answers are recorded. */
    Journal around(Journal journal);

    /** The message that the engine takes in next came in this frame. */
    void comesIn(Frame frame);

    /** Has live time recorded there from when the node goes live next. */
    void to(RecordTo place);

    /**
     * Ends the record of live time.
     *
     * @param then called on the event loop once it is in its files, or at once if there is none
     */
    void end(Runnable then);

    /** Writes down what there is. Waits for the disk, but not long. */
    @Override
    void close();
}

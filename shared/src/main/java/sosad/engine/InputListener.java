package sosad.engine;

/** A listener to everything that happens to an engine, in order. Both calls come from the engine's thread. */
public interface InputListener {
    /** Takes no notice. */
    InputListener NONE = new InputListener() {
        @Override
        public void begins(EngineInput input) {}

        @Override
        public void ended() {}
    };

    /** The engine is about to take an input; it may do so while it takes another. */
    void begins(EngineInput input);

    /** The engine has taken the input that began last. */
    void ended();
}

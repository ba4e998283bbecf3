package sosad.node.boot;

import java.util.function.IntSupplier;

/** Ends the process in good order when it is told to by a signal, SIGTERM or Ctrl-C. */
final class OnSignal {
    private final Thread ending;

    private OnSignal(Thread ending) {
        this.ending = ending;
    }

    /**
     * From now on a signal lets {@code end} do what is left to do. Afterwards the process ends with the exit code that
     * it gives: by itself it would end with the signal's number, although it has ended well.
     */
    static OnSignal end(String program, IntSupplier end) {
        Thread ending = new Thread(() -> Runtime.getRuntime().halt(end.getAsInt()), program + " end");
        Runtime.getRuntime().addShutdownHook(ending);
        return new OnSignal(ending);
    }

    /** There is nothing left to do: from now on a signal just ends the process. */
    void ignore() {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // A signal has come: the end is under way.
        }
    }
}

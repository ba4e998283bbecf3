package sosad.node.boot;

import java.util.function.IntSupplier;

/** Ends the process in good order when it is told to by a signal, SIGTERM or Ctrl-C. */
final class OnSignal {
    private OnSignal() {}

    /**
     * From now on a signal lets {@code end} do what is left to do. Afterwards the process ends with the exit code that
     * it gives: by itself it would end with the signal's number, although it has ended well.
     */
    static void end(String program, IntSupplier end) {
        Thread ending = new Thread(() -> Runtime.getRuntime().halt(end.getAsInt()), program + " end");
        Runtime.getRuntime().addShutdownHook(ending);
    }
}

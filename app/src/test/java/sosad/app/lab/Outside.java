package sosad.app.lab;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.process.Signals;

/** What the world does to the processes of a lab behind its back. */
final class Outside {
    private Outside() {}

    /** Freezes a process (SIGSTOP). */
    static void freeze(long pid) throws Exception {
        Signals.stop(pid);
    }

    /** The node processes of this test, idle or not. */
    static Stream<ProcessHandle> nodes() {
        return ProcessHandle.current().descendants().filter(process -> process.info()
                .commandLine()
                .map(line -> line.contains("sosad.node.main.Main"))
                .orElse(false));
    }

    static Set<Long> pids() {
        return nodes().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}

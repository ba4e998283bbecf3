package sosad.app.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sosad.app.process.HostProcess.ProcessLauncher;

/** Starts processes on this machine. */
public enum LocalLauncher implements ProcessLauncher {
    /** For processes that notice by themselves that this one is gone. */
    PLAIN(List.of()),
    /** For programs that would go on when this process is killed. */
    TIED(OrphanKiller.TIED);

    private static final List<String> ALIEN_OPTIONS =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

    private final List<String> before;

    LocalLauncher(List<String> before) {
        this.before = before;
    }

    @Override
    public HostProcess start(ProcessCommand command, Consumer<String> lines) throws IOException {
        List<String> words = new ArrayList<>(before);
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeAll(ALIEN_OPTIONS);
        builder.environment().putAll(command.variables());
        return new LocalProcess(builder.start(), lines);
    }
}

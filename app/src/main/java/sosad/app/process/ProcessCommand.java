package sosad.app.process;

import java.util.List;
import java.util.Map;

/**
 * The command line of a process.
 *
 * @param words the program and its arguments
 * @param variables environment variables beyond those of this process
 */
public record ProcessCommand(List<String> words, Map<String, String> variables) {
    public ProcessCommand {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }

    /** A command that needs nothing of its environment. */
    public ProcessCommand(List<String> words) {
        this(words, Map.of());
    }
}

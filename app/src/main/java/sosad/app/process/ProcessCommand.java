package sosad.app.process;

import java.util.List;
import java.util.Map;

/**
 * What a process is started as.
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

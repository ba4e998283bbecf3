package sosad.app.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sosad.app.golden.Golden;

/** What {@code --help} of every command prints. */
class GoldenHelpTest {
    @Test
    void theHelpOfEveryCommandIsAsEver() {
        StringBuilder help = new StringBuilder();
        Deque<CommandLine> commands = new ArrayDeque<>();
        commands.add(Main.commandLine());
        while (!commands.isEmpty()) {
            CommandLine command = commands.remove();
            help.append(command.getUsageMessage(CommandLine.Help.Ansi.OFF)).append('\n');
            commands.addAll(command.getSubcommands().values());
        }
        Golden.assertSame("help", help.toString());
    }
}

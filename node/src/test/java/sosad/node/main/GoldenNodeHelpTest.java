package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What {@code --help} of every command prints. With {@code GOLDEN_WRITE=1} in the environment it is written anew. */
class GoldenNodeHelpTest {
    private static final Path HELP = Path.of("src", "test", "resources", "sosad", "node", "help");

    @Test
    void theHelpOfEveryCommandIsAsEver() throws IOException {
        CommandLine main = Main.commandLine();
        StringBuilder help = new StringBuilder(main.getUsageMessage(CommandLine.Help.Ansi.OFF));
        for (CommandLine command : main.getSubcommands().values()) {
            help.append('\n').append(command.getUsageMessage(CommandLine.Help.Ansi.OFF));
        }
        if (System.getenv("GOLDEN_WRITE") != null) {
            Files.writeString(HELP, help);
        }
        assertThat(help.toString()).isEqualTo(Files.readString(HELP));
    }
}

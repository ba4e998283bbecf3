package sosad.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.SosadJar;

/** The command {@code bench node} as a user runs it; what comes out in figures is no matter of tests. */
@Timeout(120)
class NodeBenchIT {
    private static Process bench(String... options) throws Exception {
        List<String> command = SosadJar.command("bench", "node");
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String printed(Process process) throws Exception {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theTableNamesTheMachineAndHasARowForEachFigure() throws Exception {
        Process process = bench("--quick", "--only", "entries-sent,memory");
        List<String> lines = printed(process).lines().toList();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(lines.toString()).isZero();
        assertThat(lines.get(0)).matches("\\d{4}-\\d\\d-\\d\\d: \\d+ cores \\(.+\\), .+ \\d+.*, .+ .+");
        List<String> table = lines.stream().filter(line -> line.startsWith("|")).toList();
        assertThat(table)
                .hasSize(4)
                .startsWith("| figure | measured | aim | |", "| --- | --- | --- | --- |")
                .allSatisfy(row -> assertThat(row).matches("\\|( [^|]* \\|){3}( [^|]*)? ?\\|"));
        assertThat(table.get(2)).matches("\\| entries sent .*\\| [0-9.]+ \\(.*\\) \\| ≤ 1.2 \\| (reached|missed) \\|");
        assertThat(table.get(3))
                .matches("\\| heap of an entry .*\\| -?\\d+ bytes \\| ≤ 250 bytes \\| (reached|missed) \\|");
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThatAreKnown() throws Exception {
        Process process = bench("--only", "speed");
        assertThat(printed(process))
                .startsWith("sosad: --only: \"speed\" is not one of throughput, ")
                .hasLineCount(1);
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void noProcessOutlivesABenchThatIsKilled() throws Exception {
        Process process = bench("--quick", "--only", "entries-sent");
        List<ProcessHandle> nodes = nodesOf(process);
        process.destroyForcibly();
        for (ProcessHandle node : nodes) {
            node.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private static List<ProcessHandle> nodesOf(Process bench) throws Exception {
        List<ProcessHandle> nodes = List.of();
        while (nodes.size() < 3 && !bench.waitFor(5, TimeUnit.MILLISECONDS)) {
            nodes = bench.children()
                    .filter(child -> child.info().command().orElse("").endsWith("java"))
                    .toList();
        }
        assertThat(nodes).hasSize(3);
        return nodes;
    }
}

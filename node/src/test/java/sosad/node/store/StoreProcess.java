package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sosad.message.Launch.Fsync;

/** A process that runs {@link KillTarget}. */
final class StoreProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private StoreProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = process.inputReader();
    }

    static StoreProcess start(Path folder, Fsync fsync) throws IOException {
        return new StoreProcess(command(folder, 0, fsync));
    }

    /**
     * A process whose files cannot grow beyond so many blocks of 512 bytes, which stands in for a full disk.
     *
     * @param padding how many bytes longer each value is
     */
    static StoreProcess startWithLittleRoom(Path folder, int blocks, int padding) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
        command.addAll(command(folder, padding, Fsync.ALWAYS));
        return new StoreProcess(command);
    }

    private static List<String> command(Path folder, int padding, Fsync fsync) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData", // a file, too
                "-Dlogback.configurationFile=sosad/node/store/silent.xml",
                "-cp",
                System.getProperty("java.class.path"),
                KillTarget.class.getName(),
                folder.toString(),
                Integer.toString(padding),
                fsync.name());
    }

    String readLine() throws IOException {
        String line = output.readLine();
        assertThat(line).as("a line of the child's").isNotNull();
        return line;
    }

    /** The number in the next line, which must begin with {@code word}. */
    long read(String word) throws IOException {
        String line = readLine();
        assertThat(line).startsWith(word);
        return number(line);
    }

    static long number(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }

    /** Kills the process without a warning; gives the number in the last whole line that it wrote. */
    long kill() throws IOException {
        // Not Process.destroyForcibly, which closes the streams with what is still in them.
        process.toHandle().destroyForcibly();
        long last = 0;
        // A line that was cut short has lost its number's end, which makes it less than what was kept.
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.matches("kept \\d+")) {
                last = number(line);
            }
        }
        process.onExit().join();
        return last;
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}

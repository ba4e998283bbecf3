package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import sosad.app.process.NodeException;

/**
 * Kills apps by SIGKILL, in every way of starting one, while clients write to their nodes' disks, and looks whether a
 * process of theirs is left.
 *
 * @param seed decides when each is killed, and what is wrong with its nodes then
 * @param out where the table goes
 */
public record Orphans(long seed, PrintWriter out) {
    /** A node that waits for its disk may take so long to end in good order. */
    private static final Duration LIMIT = Duration.ofSeconds(40);

    /**
     * The result of one way of starting the app.
     *
     * @param loaded how many of the kills came while clients were writing
     * @param longest how long it took until the last process was gone, of those that ended by themselves
     */
    private record Count(int kills, int loaded, int left, Duration longest) {
        Count and(Count other) {
            return new Count(
                    kills + other.kills,
                    loaded + other.loaded,
                    left + other.left,
                    longest.compareTo(other.longest) > 0 ? longest : other.longest);
        }
    }

    /**
     * Kills so many apps, the ways of starting them in turn.
     *
     * @return whether nothing was left
     * @throws NodeException if an app does not do what it is told
     */
    public boolean run(int kills) throws InterruptedException {
        try {
            return tryRun(kills);
        } catch (IOException e) {
            throw new NodeException("no app could be started and steered: " + e.getMessage());
        }
    }

    private boolean tryRun(int kills) throws InterruptedException, IOException {
        AppFiles files = AppFiles.in(Files.createTempDirectory("sosad-orphans-"));
        try (Children children = new Children()) {
            Optional<String> display = VirtualScreen.start(children);
            List<StartedAs> ways = Stream.of(StartedAs.values())
                    .filter(way -> !way.needsScreen() || display.isPresent())
                    .toList();
            if (display.isEmpty()) {
                out.println("There is no Xvfb here, so no window is opened and killed.");
            }
            Map<StartedAs, Count> counts = new EnumMap<>(StartedAs.class);
            for (int kill = 0; kill < kills; kill++) {
                StartedAs way = ways.get(kill % ways.size());
                boolean isTroubled = kill / ways.size() % 2 == 1;
                DoomedApp app = new DoomedApp(way, isTroubled, new SplittableRandom(seed + kill));
                List<String> left = app.liveAndDie(files, display, children, LIMIT);
                left.forEach(process -> out.println("left by %s: %s".formatted(app, process)));
                counts.merge(way, new Count(1, app.wasLoaded() ? 1 : 0, left.size(), app.goneAfter()), Count::and);
            }
            print(counts);
            return counts.values().stream().allMatch(count -> count.left() == 0);
        } finally {
            files.delete();
        }
    }

    private void print(Map<StartedAs, Count> counts) {
        out.println("| started as | kills | under writes | processes left | longest until all were gone |");
        out.println("| --- | --- | --- | --- | --- |");
        counts.forEach((way, count) -> out.println(format(
                "| %s | %,d | %,d | %,d | %.1f s |",
                way.word(),
                count.kills(),
                count.loaded(),
                count.left(),
                count.longest().toMillis() / 1_000.0)));
        out.flush();
    }
}

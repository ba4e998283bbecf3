package sosad.app.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;

/** The lessons that come with the application. */
public final class BundledScenarios {
    private static final List<String> NAMES = List.of(
            "sample",
            "sample-by-rule",
            "latest-only",
            "time-five-update-two",
            "lost-update",
            "lost-update-per-key",
            "full-sync-heals",
            "crash-and-refill",
            "partition",
            "read-or-write",
            "gateway");

    private BundledScenarios() {}

    /** Their names, in the order in which they are best taught. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The title of a bundled scenario.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static String title(String name) {
        return load(name).title();
    }

    /**
     * Reads a bundled scenario.
     *
     * @throws IllegalArgumentException if there is none of this name; the message suggests the nearest and is fit to be
     *     shown to the user
     */
    public static Scenario load(String name) {
        return loadWithPlaces(name).scenario();
    }

    /**
     * Reads a bundled scenario as above, and where its file claims what.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static ScenarioFile loadWithPlaces(String name) {
        return ScenarioReader.readWithPlaces(name + ".yaml", bytes(name));
    }

    /**
     * The file of a bundled scenario as it was written, with its comments, UTF-8: to start a lesson of one's own from.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static byte[] bytes(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no bundled scenario %s; %s".formatted(Quoted.of(name), NearestWord.hint(name, NAMES)));
        }
        try (InputStream in = BundledScenarios.class.getResourceAsStream(name + ".yaml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // part of our own jar
        }
    }
}

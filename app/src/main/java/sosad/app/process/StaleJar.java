package sosad.app.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A jar of the project that is older than the classes it was built from. Nodes would then run other code than an app
 * that an IDE has started from its classes. It is seen only in the layout that the build makes.
 */
record StaleJar(Path jar, Path classes) {
    private static final Pattern OF_MODULE = Pattern.compile("sosad-([a-z]+)-.*\\.jar");

    /** Returns the first of these jars that is stale; they lie in {@code app/target/lib}. */
    static Optional<StaleJar> among(List<Path> jars) {
        return jars.stream()
                .flatMap(jar -> built(jar).stream())
                .filter(StaleJar::isStale)
                .findFirst();
    }

    private static Optional<StaleJar> built(Path jar) {
        Matcher module = OF_MODULE.matcher(jar.getFileName().toString());
        return module.matches()
                ? Optional.of(new StaleJar(
                        jar,
                        jar.resolveSibling(Path.of("..", "..", "..", module.group(1), "target", "classes"))
                                .normalize()))
                : Optional.empty();
    }

    private boolean isStale() {
        if (!Files.isDirectory(classes)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(classes)) {
            long packed = jar.toFile().lastModified();
            return files.filter(file -> file.toString().endsWith(".class"))
                    .anyMatch(file -> file.toFile().lastModified() > packed);
        } catch (IOException | UncheckedIOException e) {
            return false; // it is being compiled: nothing can be said of it
        }
    }

    /** Returns what is wrong, and what to do. */
    String words() {
        return "nodes run %s, which is older than %s; build with mvn -DskipTests package".formatted(jar, classes);
    }
}

package sosad.app.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A jar of the project that lacks changes in the classes it was built from. Nodes would then run other code than an app
 * that an IDE has started from its classes. It is seen only in the layout that the build makes.
 */
record StaleJar(Path jar, Path classes) {
    private static final Pattern OF_MODULE = Pattern.compile("sosad-([a-z]+)-.*\\.jar");

    /** Warns of the first of these jars that is stale, from a thread of its own: nothing waits for this. */
    static void warnOf(List<Path> jars) {
        Thread look = new Thread(
                () -> among(jars).ifPresent(stale -> System.err.println("sosad: warning: " + stale.words())),
                "stale jars");
        look.setDaemon(true);
        look.start();
    }

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
        try (JarFile open = new JarFile(jar.toFile())) {
            for (Path made : newer(open)) {
                if (!holds(open, made)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException e) {
            return false; // it is being built: nothing can be said of it
        }
    }

    private List<Path> newer(JarFile open) throws IOException {
        FileTime packed = Files.getLastModifiedTime(Path.of(open.getName()));
        try (Stream<Path> newer = Files.find(
                classes,
                Integer.MAX_VALUE,
                (file, facts) -> facts.lastModifiedTime().compareTo(packed) > 0
                        && file.toString().endsWith(".class"))) {
            return newer.toList();
        }
    }

    /** A class that was compiled to the same again leaves the jar as it is, with its old date. */
    private boolean holds(JarFile open, Path made) throws IOException {
        JarEntry entry = open.getJarEntry(classes.relativize(made).toString().replace(File.separatorChar, '/'));
        CRC32 crc = new CRC32();
        crc.update(Files.readAllBytes(made));
        return entry != null && entry.getCrc() == crc.getValue();
    }

    /** Returns what is wrong, and what to do. */
    String words() {
        return "nodes run %s, which is older than %s; build with mvn -DskipTests package".formatted(jar, classes);
    }
}

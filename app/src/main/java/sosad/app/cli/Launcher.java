package sosad.app.cli;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The entry of the jar, which needs nothing but Java: sees whether the libraries are beside the jar before anything
 * that needs them is loaded ({@code docs/decisions/0056}).
 */
public final class Launcher {
    private static final int USAGE = 2;

    private Launcher() {}

    /** Runs the program, or says what is missing and exits with 2. */
    public static void main(String[] args) {
        Optional<File> missing = missing(new File(System.getProperty("java.class.path")));
        if (missing.isPresent()) {
            System.err.println("sosad: %s is missing; the jar needs the lib folder that the build puts beside it"
                    .formatted(missing.get()));
            System.exit(USAGE);
        }
        Main.main(args);
    }

    /** The first library that this jar names and that is not there. */
    static Optional<File> missing(File jar) {
        if (!jar.isFile()) {
            return Optional.empty(); // it was not started as a jar
        }
        try (JarFile open = new JarFile(jar)) {
            String named = open.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return Stream.of(named.split(" ", -1))
                    .map(library -> new File(jar.getAbsoluteFile().getParentFile(), library))
                    .filter(library -> !library.isFile())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // Java has just read it
        }
    }
}

package sosad.app.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The requirements of a window on this machine. */
final class Desktop {
    private static final String GTK = "libgtk-3.so.0";

    private Desktop() {}

    /** Returns what is missing for a window and how to get it, in one sentence; empty if nothing is. */
    static Optional<String> missing() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        boolean inMemory = "Monocle".equals(System.getProperty("glass.platform"));
        return linux && !inMemory
                ? missing(
                        System.getenv(), List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib")))
                : Optional.empty();
    }

    static Optional<String> missing(Map<String, String> environment, List<Path> libraryFolders) {
        if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
            return Optional.of("The window needs a display and DISPLAY is not set: start it in a desktop session, or "
                    + "apt-get install xvfb and put xvfb-run -a before the command.");
        }
        if (libraryFolders.stream().noneMatch(Desktop::holdsGtk)) {
            return Optional.of("The window needs GTK 3, which is not installed: apt-get install libgtk-3-0.");
        }
        return Optional.empty();
    }

    /** Returns what to say when a window was tried and could not open, in one sentence. */
    static String words(String toolkit) {
        String remedy = toolkit.contains("GTK")
                ? "apt-get install libgtk-3-0."
                : "start it in a desktop session, or apt-get install xvfb and put xvfb-run -a before the command.";
        return "The window cannot open on the display %s (%s): %s"
                .formatted(System.getenv().getOrDefault("DISPLAY", ""), toolkit, remedy);
    }

    private static boolean holdsGtk(Path folder) {
        if (Files.exists(folder.resolve(GTK))) {
            return true;
        }
        try (DirectoryStream<Path> perMachine = Files.newDirectoryStream(folder, "*-linux-gnu*")) {
            for (Path subfolder : perMachine) {
                if (Files.exists(subfolder.resolve(GTK))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // a folder that is not there holds no GTK
        }
    }
}

package sosad.app.settings;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The file that keeps the settings. It is always whole: a change replaces it at once. Several windows can use it; each
 * changes what was changed in it and leaves the rest as it finds it.
 */
public final class SettingsFile {
    /** More than settings can need. */
    static final int MAX_BYTES = 65_536;

    private static final String FOLDER = "sosad-lab";
    private static final String NAME = "settings.json";

    /** A file is locked between processes; this lock is for the windows of one. */
    private static final Object LOCK = new Object();

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * What a file holds.
     *
     * @param complaint what is wrong with it, in a sentence; the settings are the default ones then
     */
    public record Contents(Settings settings, Optional<String> complaint) {}

    /**
     * Returns the user's own file, where the system keeps such files.
     *
     * @param system the name of the operating system
     * @param environment its variables
     * @param home the user's folder
     */
    public static Path usual(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        Path folder;
        if (name.contains("win")) {
            folder = absolute(environment.get("APPDATA"))
                    .orElse(home.resolve("AppData").resolve("Roaming"));
        } else if (name.contains("mac")) {
            folder = home.resolve("Library").resolve("Application Support");
        } else {
            folder = absolute(environment.get("XDG_CONFIG_HOME")).orElse(home.resolve(".config"));
        }
        return folder.resolve(FOLDER).resolve(NAME);
    }

    /** A relative path is to be ignored there, as the XDG Base Directory Specification says. */
    private static Optional<Path> absolute(String folder) {
        return Optional.ofNullable(folder)
                .filter(text -> !text.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /** Reads it. One that does not exist holds the default settings. */
    public Contents read() {
        try {
            return new Contents(SettingsJson.read(bytes()), Optional.empty());
        } catch (NoSuchFileException e) {
            return new Contents(Settings.DEFAULT, Optional.empty());
        } catch (IOException e) {
            return refused("it cannot be read");
        } catch (IllegalArgumentException e) {
            return refused(e.getMessage());
        }
    }

    private byte[] bytes() throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException(format("it is longer than %d bytes", MAX_BYTES));
            }
            return bytes;
        }
    }

    private Contents refused(String why) {
        return new Contents(
                Settings.DEFAULT,
                Optional.of("The settings in %s are not used (%s); the default ones are.".formatted(file, why)));
    }

    /**
     * Changes what it holds now. Waits for others that change it.
     *
     * @throws IOException if it cannot be written; it is as before then
     */
    public void update(UnaryOperator<Settings> change) throws IOException {
        Path folder = file.getParent();
        Files.createDirectories(folder);
        synchronized (LOCK) {
            try (FileChannel guard = FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                guard.lock(); // until it is closed
                replace(SettingsJson.write(change.apply(read().settings())));
            }
        }
    }

    private void replace(byte[] bytes) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), NAME, ".new");
        try {
            Files.write(fresh, bytes);
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}

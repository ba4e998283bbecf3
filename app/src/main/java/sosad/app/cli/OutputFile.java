package sosad.app.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a command writes when it has a result. That it can be written is checked before the work; it is written
 * whole or not at all.
 *
 * @param path where it is
 */
record OutputFile(Path path) {
    /**
     * A file that can be written, as far as can be told beforehand.
     *
     * @param option the option that names it, for the message
     * @throws IllegalArgumentException if it cannot be, with a message fit for the user
     */
    static OutputFile checked(String option, Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path) || folder == null) {
            throw refused(option, path, "it is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw refused(option, path, "there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw refused(option, path, "nothing can be written to the folder " + folder);
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw refused(option, path, "it is there already, and protected");
        }
        return new OutputFile(path);
    }

    private static IllegalArgumentException refused(String option, Path path, String why) {
        return new IllegalArgumentException("%s: %s cannot be written: %s".formatted(option, path, why));
    }

    /**
     * Writes it, in place of what it held.
     *
     * @throws IOException if it cannot be written; it is as before then
     */
    void write(String text) throws IOException {
        Path absolute = path.toAbsolutePath();
        Path fresh = Files.createTempFile(absolute.getParent(), "sosad-", ".new");
        try {
            Files.writeString(fresh, text);
            try {
                Files.move(fresh, absolute, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, absolute, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}

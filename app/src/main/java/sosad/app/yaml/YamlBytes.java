package sosad.app.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a YAML file, never many more than are allowed. */
public final class YamlBytes {
    private YamlBytes() {}

    /**
     * Reads a file; of one that is too large, one byte more than is allowed.
     *
     * @throws YamlFileException if it cannot be read
     */
    public static byte[] of(Path file, int mostBytes) {
        if (Files.isDirectory(file)) {
            throw Place.startOf(file.toString()).error("this is a folder; name a file in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(mostBytes + 1);
        } catch (NoSuchFileException e) {
            throw Place.startOf(file.toString()).error("there is no such file; check its path");
        } catch (AccessDeniedException e) {
            throw Place.startOf(file.toString()).error("the file may not be read; check its permissions");
        } catch (IOException e) {
            throw Place.startOf(file.toString())
                    .error("the file cannot be read (%s); check its path".formatted(e.getMessage()));
        }
    }
}

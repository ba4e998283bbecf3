package sosad.app.check.suite;

import static sosad.model.ArgumentCheck.refuseIf;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file whose first line is a password. */
public final class PasswordFile {
    private static final int MAX_BYTES = 4_096;

    private PasswordFile() {}

    /**
     * Reads the password.
     *
     * @throws IllegalArgumentException if there is none, saying why and beginning with the file's name
     */
    public static String read(Path file) {
        try {
            refuseIf(Files.size(file) > MAX_BYTES, "%s has more than %,d bytes", file, MAX_BYTES);
            String line = Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            refuseIf(line.isEmpty(), "%s: its first line holds no password", file);
            return line;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("%s: there is no such file".formatted(file), e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("%s is not UTF-8 text".formatted(file), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}

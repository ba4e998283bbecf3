package sosad.node.main;

import static sosad.model.ArgumentCheck.refuseIf;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The source of the secret: a file or the environment, never the command line, which others can see. */
final class SecretOptions {
    /** The environment variable with the secret. */
    static final String VARIABLE = "SOSAD_SECRET";

    /** The shortest secret where it matters. */
    static final int MIN_CHARACTERS = 16;

    private static final int MAX_BYTES = 4_096;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "The file whose first line is the secret; overrides the variable " + VARIABLE + ".")
    private Optional<Path> file = Optional.empty();

    /** Returns whether the secret is to come from a file. */
    boolean isFromFile() {
        return file.isPresent();
    }

    /**
     * The secret, if one is given.
     *
     * @throws IllegalArgumentException if the file cannot be read or holds none
     */
    Optional<String> given() {
        return file.map(SecretOptions::firstLine)
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isEmpty()));
    }

    /**
     * The secret for something that must have a good one.
     *
     * @param why what needs it, as the beginning of a sentence
     * @throws IllegalArgumentException if there is none, or it is short
     */
    String needed(String why) {
        String secret = given().orElse("");
        refuseIf(
                secret.isEmpty(),
                "%s: that needs a secret, in the environment variable %s or by --secret-file",
                why,
                VARIABLE);
        refuseIf(
                secret.length() < MIN_CHARACTERS,
                "%s: that needs a secret of at least %d characters, and this one has %d",
                why,
                MIN_CHARACTERS,
                secret.length());
        return secret;
    }

    private static String firstLine(Path file) {
        try {
            refuseIf(Files.size(file) > MAX_BYTES, "--secret-file %s has more than %d bytes", file, MAX_BYTES);
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String line = text.lines().findFirst().orElse("").strip();
            refuseIf(line.isEmpty(), "--secret-file %s: its first line holds no secret", file);
            return line;
        } catch (IOException e) {
            throw new IllegalArgumentException("--secret-file %s cannot be read: %s".formatted(file, reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        } else if (e instanceof AccessDeniedException) {
            return "Permission denied";
        }
        return e instanceof CharacterCodingException ? "it is not UTF-8 text" : e.getMessage();
    }
}

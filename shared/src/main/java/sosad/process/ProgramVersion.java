package sosad.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version of the program, which stands in the root {@code pom.xml} alone; the build writes it into a resource. */
public final class ProgramVersion {
    /** Such as {@code 0.1.0}. */
    public static final String NUMBER = read();

    private ProgramVersion() {}

    private static String read() {
        try (InputStream in =
                Objects.requireNonNull(ProgramVersion.class.getResourceAsStream("version.txt"), "version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package sosad.app.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The five tables of the document's sample as it prints them; 87 cells. */
public final class DocumentTables {
    private DocumentTables() {}

    /** The cells in the document's order, each as {@code TIME SERVER KEY VALUE}, such as {@code 2 B waffle:2 yoda}. */
    public static List<String> cells() {
        return read().lines()
                .filter(line -> line.matches("\\| \\d.*"))
                .map(line -> line.replaceAll("[| ]+", " ").strip())
                .toList();
    }

    private static String read() {
        try (InputStream in = DocumentTables.class.getResourceAsStream("sample-tables.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

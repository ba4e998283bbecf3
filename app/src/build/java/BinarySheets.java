import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * A tool of the build, run from its source: puts every stylesheet below a folder into the form that JavaFX reads
 * without parsing, beside the text.
 */
final class BinarySheets {
    private BinarySheets() {}

    public static void main(String[] args) throws IOException {
        List<Path> sheets;
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
        }
        for (Path sheet : sheets) {
            String binary = sheet.getFileName().toString().replaceFirst("css$", "bss");
            Stylesheet.convertToBinary(
                    sheet.toFile(), sheet.resolveSibling(binary).toFile());
        }
    }
}

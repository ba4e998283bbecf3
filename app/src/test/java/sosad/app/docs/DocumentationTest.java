package sosad.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the repository against what they speak of. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    /** Code in a line; a link there is an example. */
    private static final Pattern CODE = Pattern.compile("`[^`\n]+`");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z][A-Za-z]*)(?:\\.[a-z]\\w*)?`");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) ([A-Z]\\w*)");

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> here = Files.list(ROOT)) {
            return Stream.concat(
                            here.filter(file -> file.toString().endsWith(".md")),
                            files(ROOT.resolve("docs"), ".md").stream())
                    .toList();
        }
    }

    private static Stream<String> found(Pattern pattern, Path file) throws IOException {
        return found(pattern, Files.readString(file));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult one) -> one.group(1));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path page : pages()) {
            assertThat(found(LINK, CODE.matcher(Files.readString(page)).replaceAll("")))
                    .describedAs("links of %s", page)
                    .allMatch(link -> Files.exists(page.resolveSibling(link)));
        }
    }

    @Test
    void theIndexOfTheDecisionsNamesEach() throws IOException {
        Path folder = ROOT.resolve("docs").resolve("decisions");
        List<String> records = files(folder, ".md").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("README.md"))
                .toList();

        assertThat(found(LINK, folder.resolve("README.md")))
                .describedAs("lines of docs/decisions/README.md")
                .containsAll(records);
    }

    @Test
    void theArchitectureSpeaksOfTypesThatAreThere() throws IOException {
        Set<String> types = Stream.of("shared", "node", "app")
                .flatMap(module -> types(ROOT.resolve(module)).stream())
                .collect(Collectors.toSet());

        for (String page : List.of("docs/architecture.md", "docs/peer-protocol.md", "CONTRIBUTING.md")) {
            assertThat(found(CLASS_NAME, ROOT.resolve(page))).describedAs(page).allMatch(types::contains);
        }
    }

    private static List<String> types(Path module) {
        try {
            List<String> types = new ArrayList<>();
            for (Path source : files(module.resolve("src"), ".java")) {
                found(TYPE, source).forEach(types::add);
            }
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

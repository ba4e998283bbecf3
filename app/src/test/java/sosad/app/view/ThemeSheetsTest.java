package sosad.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sheets of the window, as the build has made them ready. */
class ThemeSheetsTest {
    private static final Path OWN = Path.of("target", "classes", "sosad", "app", "view");

    private static List<String> sayings(Stylesheet sheet) {
        return sheet.getRules().stream()
                .flatMap(rule -> rule.getSelectors().stream().map(selector -> selector + " " + properties(rule)))
                .toList();
    }

    private static List<String> properties(Rule rule) {
        return rule.getDeclarations().stream()
                .map(declaration -> declaration.getProperty())
                .toList();
    }

    private static URL binary(URL text) throws MalformedURLException {
        return URI.create(text.toString().replaceFirst("css$", "bss")).toURL();
    }

    private static Stylesheet base(Theme theme) throws IOException {
        return Stylesheet.loadBinary(binary(ThemeSheetsTest.class.getResource(theme.base())));
    }

    @ParameterizedTest
    @EnumSource
    void everyControlHasItsLooks(Theme theme) throws IOException {
        assertThat(base(theme).getRules().stream()
                        .flatMap(rule -> rule.getSelectors().stream())
                        .flatMap(selector -> Stream.of(selector.toString().split("[.*: >]+", -1))))
                .contains("chart", "tree-cell", "tree-table-view", "dialog-pane", "radio-button", "slider")
                .contains("progress-bar", "tab-pane", "date-picker", "titled-pane", "hyperlink", "spinner");
    }

    @ParameterizedTest
    @EnumSource
    void theBinaryFormOfABaseSaysTheSame(Theme theme) throws IOException {
        Stylesheet parsed = new CssParser().parse(ThemeSheetsTest.class.getResource(theme.base()));
        assertThat(sayings(base(theme))).isEqualTo(sayings(parsed));
    }

    @Test
    void theWindowsOwnSheetsAreThereInBinaryFormToo() throws IOException {
        try (Stream<Path> files = Files.walk(OWN)) {
            List<Path> sheets =
                    files.filter(file -> file.toString().endsWith(".css")).toList();
            assertThat(sheets).hasSizeGreaterThan(4);
            for (Path sheet : sheets) {
                URL text = sheet.toUri().toURL();
                assertThat(sayings(Stylesheet.loadBinary(binary(text))))
                        .describedAs("%s", sheet)
                        .isEqualTo(sayings(new CssParser().parse(text)));
            }
        }
    }
}

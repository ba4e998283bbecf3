package sosad.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaseSheetsTest {
    /** What a sheet says: each selector with the properties that it sets. */
    private static Set<String> sayings(Stylesheet sheet) {
        return sheet.getRules().stream()
                .flatMap(rule -> rule.getSelectors().stream().map(selector -> selector + " " + properties(rule)))
                .collect(Collectors.toSet());
    }

    private static List<String> properties(Rule rule) {
        return rule.getDeclarations().stream().map(Declaration::getProperty).toList();
    }

    private static Stylesheet parsed(String name) throws IOException {
        return new CssParser().parse(BaseSheets.class.getResource(name));
    }

    @Test
    void onlySelectorsThatNameWhatIsLeftOutGo() {
        String trimmed = BaseSheets.trimmed("""
                .root { -fx-base: red; /* { .slider } */ }
                .button, .tab-pane > .button:hover, Text { -fx-padding: 1px 2px; }
                .slider .thumb { -fx-padding: 3px; }
                .default-color1.chart-pie, .chart-legend { -fx-padding: 4px; }
                .slider-like { -fx-padding: 5px; }
                """);

        assertThat(trimmed.lines().map(String::strip))
                .containsExactly(
                        ".root { -fx-base: red;  }",
                        ".button, Text { -fx-padding: 1px 2px; }",
                        ".slider-like { -fx-padding: 5px; }");
    }

    @ParameterizedTest
    @EnumSource
    void aBaseIsAtlantaFxWithoutWhatIsLeftOut(Theme theme) throws IOException {
        Set<String> base = sayings(parsed(theme.baseName()));
        Set<String> gone = sayings(parsed(theme.atlantaFx()));
        assertThat(gone).containsAll(base);

        gone.removeAll(base);

        assertThat(gone)
                .hasSizeGreaterThan(base.size())
                .allMatch(saying -> BaseSheets.LEFT_OUT.stream().anyMatch(name -> saying.contains("." + name))
                        || saying.matches(".*(default-color|chart-|legend-symbol).*"));
    }

    @ParameterizedTest
    @EnumSource
    void theBinaryFormSaysTheSame(Theme theme) throws IOException {
        String binary = theme.baseName().replaceFirst("css$", "bss");

        Stylesheet read = Stylesheet.loadBinary(BaseSheets.class.getResource(binary));

        assertThat(sayings(read)).isEqualTo(sayings(parsed(theme.baseName())));
    }

    @Test
    void theWindowsOwnSheetsAreThereInBinaryFormToo() {
        assertThat(Path.of("target", "classes", "sosad", "app", "view"))
                .isDirectoryRecursivelyContaining("glob:**/sosad.bss")
                .isDirectoryRecursivelyContaining("glob:**/stage/stage.bss");
    }
}

package sosad.app.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Makes the stylesheets ready, while the app is built: the themes' base sheets without what is said of controls that
 * this window has none of, and every sheet in the form that JavaFX reads without parsing. JavaFX compares each node
 * with each rule, so rules that match nothing cost the window a quarter of the time until it is there
 * (docs/decisions/0036).
 */
public final class BaseSheets {
    /** The style classes of controls, or parts of them, that the window does without. */
    public static final Set<String> LEFT_OUT = Set.of(
            "accordion",
            "alert",
            "bar-chart",
            "bb-code",
            "breadcrumbs",
            "calendar",
            "caption-menu-item",
            "card",
            "chart",
            "choice-box",
            "color-palette",
            "color-palette-region",
            "color-picker",
            "custom-color-dialog",
            "custom-text-field",
            "date-picker",
            "date-picker-popup",
            "dialog-pane",
            "html-editor",
            "hyperlink",
            "menu-bar",
            "message",
            "modal-box",
            "modal-pane",
            "notification",
            "pagination",
            "popover",
            "progress-bar",
            "radio-button",
            "ring-progress-indicator",
            "slider",
            "spinner",
            "split-menu-button",
            "split-pane",
            "stacked-bar-chart",
            "tab-pane",
            "text-area",
            "tile-base",
            "titled-pane",
            "toggle-switch",
            "tool-bar",
            "tree-cell",
            "tree-table-cell",
            "tree-table-row-cell",
            "tree-table-view",
            "tree-view");

    private static final String ORIGIN =
            "/* Rules of AtlantaFX (MIT License, Copyright (c) mkpaz, https://github.com/mkpaz/atlantafx). */\n";

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)(\\{[^{}]*})");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    /** The colours of charts' series. */
    private static final Pattern SERIES = Pattern.compile("default-color\\d|chart-.*|.*-legend-symbol");

    private BaseSheets() {}

    /** Makes them in the folder where the classes and sheets of this package are. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (Theme theme : Theme.values()) {
            Files.writeString(folder.resolve(theme.baseName()), ORIGIN + trimmed(text(theme.atlantaFx())));
        }
        List<Path> sheets;
        try (Stream<Path> files = Files.walk(folder)) {
            sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
        }
        for (Path sheet : sheets) {
            String binary = sheet.getFileName().toString().replaceFirst("css$", "bss");
            Stylesheet.convertToBinary(
                    sheet.toFile(), sheet.resolveSibling(binary).toFile());
        }
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(BaseSheets.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A stylesheet without the selectors that name a style class that is left out, and without rules that have none.
     */
    static String trimmed(String css) {
        StringBuilder kept = new StringBuilder();
        Matcher rules = RULE.matcher(COMMENT.matcher(css).replaceAll(""));
        while (rules.find()) {
            String selectors = Arrays.stream(rules.group(1).split(",", -1))
                    .map(String::strip)
                    .filter(BaseSheets::isKept)
                    .collect(Collectors.joining(", "));
            if (!selectors.isEmpty()) {
                kept.append(selectors).append(' ').append(rules.group(2)).append('\n');
            }
        }
        return kept.toString();
    }

    private static boolean isKept(String selector) {
        return STYLE_CLASS
                .matcher(selector)
                .results()
                .map(MatchResult::group)
                .map(named -> named.substring(1))
                .noneMatch(named ->
                        LEFT_OUT.contains(named) || SERIES.matcher(named).matches());
    }
}

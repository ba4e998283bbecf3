package sosad.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContrastTest {
    private static final double LEAST = 4.5;
    private static final Pattern COLOUR = Pattern.compile("-sosad-([a-z-]*[a-z])");

    /** Every text colour on every ground that it stands on somewhere. */
    static Stream<String> pairs() {
        return Stream.of(
                        "text: pane ground chip hover changed accent-soft held-soft lost-soft good-soft not-yet",
                        "muted: pane ground chip hover changed accent-soft not-yet",
                        "accent: pane accent-soft",
                        "on-accent: accent accent-strong",
                        "lost: pane lost-soft not-yet",
                        "held: pane held-soft not-yet accent-soft",
                        "good: pane good-soft",
                        "dead: pane",
                        "pane: text",
                        "on-node: node-a node-b node-c node-d node-e node-f",
                        "node-a: pane",
                        "node-b: pane",
                        "node-c: pane",
                        "node-d: pane",
                        "node-e: pane",
                        "node-f: pane")
                .flatMap(line -> {
                    String text = line.substring(0, line.indexOf(':'));
                    return Stream.of(line.substring(line.indexOf(':') + 2).split(" ", -1))
                            .map(ground -> text + " on " + ground);
                });
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyTextCanBeReadInBothThemes(String pair) {
        List<String> names = List.of(pair.split(" on ", -1));
        for (Theme theme : Theme.values()) {
            Palette palette = Palette.of(theme);
            assertThat(contrast(palette.colour(names.get(0)), palette.colour(names.get(1))))
                    .as("%s, %s", pair, theme)
                    .isGreaterThanOrEqualTo(LEAST);
        }
    }

    @Test
    void everyColourThatIsUsedIsDefinedInBothThemes() {
        TreeSet<String> used = new TreeSet<>();
        for (String sheet :
                List.of("sosad.css", "projector.css", "stage/stage.css", "checks/checks.css", "plot/plot.css")) {
            Matcher colour = COLOUR.matcher(Palette.text(sheet));
            while (colour.find()) {
                used.add(colour.group(1));
            }
        }
        // One is set by the node's class, the other lets through what lies beneath.
        used.removeAll(Set.of("node", "overlay"));

        for (Theme theme : Theme.values()) {
            used.forEach(name -> assertThat(Palette.of(theme).colour(name)).isNotNull());
        }
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance as WCAG 2 defines it. */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}

package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sosad.app.scenario.MessageAction;
import sosad.app.view.Keys;
import sosad.app.viewmodel.lesson.Glossary;

class HelpTest {
    private static final Path VIEW = Path.of("src/main/java/sosad/app/view");
    private static final Pattern CONSTANT = Pattern.compile("KeyCode\\.([A-Z][A-Z0-9_]*)");
    private static final Pattern SWITCH = Pattern.compile("\\.getCode\\(\\)\\) \\{(.*?)default ->", Pattern.DOTALL);
    private static final Pattern CASE = Pattern.compile("case ([A-Z0-9_, ]+) ->");

    /** Keys by the names that differ from what they are called on screen. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ESCAPE", "Esc"),
            Map.entry("NUMPAD2", "2"),
            Map.entry("PAGE_DOWN", "PageDown"),
            Map.entry("PAGE_UP", "PageUp"),
            Map.entry("PLUS", "+"),
            Map.entry("EQUALS", "+"),
            Map.entry("ADD", "+"),
            Map.entry("MINUS", "-"),
            Map.entry("SUBTRACT", "-"),
            Map.entry("DIGIT0", "0"),
            Map.entry("NUMPAD0", "0"));

    private static List<HelpKeys.Line> lines() {
        return HelpKeys.sections().stream()
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    @Test
    void everyKeyOfTheWindowIsThereWithItsMeaning() {
        for (Keys key : Keys.values()) {
            assertThat(lines()).contains(new HelpKeys.Line(key.display(), key.meaning()));
        }
        assertThat(lines()).extracting(HelpKeys.Line::keys).doesNotContain("");
    }

    @Test
    void everyKeyThatAPaneListensToIsThere() throws IOException {
        Set<String> told = lines().stream()
                .flatMap(line -> Stream.of(line.keys().split(", |(?<=\\w)\\+")))
                .collect(Collectors.toSet());

        assertThat(told).containsAll(heard());
        assertThat(told)
                .containsAll(Stream.of(MessageAction.Kind.values())
                        .map(MessageAction.Kind::key)
                        .filter(key -> !key.isEmpty())
                        .toList());
    }

    /** The keys that the sources of the window name, outside the window's own. */
    private static Set<String> heard() throws IOException {
        Set<String> heard = new TreeSet<>();
        try (Stream<Path> files = Files.walk(VIEW)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("Keys.java"))
                    .map(HelpTest::text)
                    .forEach(text -> {
                        CONSTANT.matcher(text).results().forEach(found -> heard.add(name(found.group(1))));
                        SWITCH.matcher(text).results().forEach(found -> {
                            Matcher cases = CASE.matcher(found.group(1));
                            while (cases.find()) {
                                Stream.of(cases.group(1).split(", ")).forEach(code -> heard.add(name(code)));
                            }
                        });
                    });
        }
        assertThat(heard).contains("Enter", "Esc", "Home", "Left", "E");
        return heard;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String code) {
        return NAMES.getOrDefault(code, code.substring(0, 1) + code.substring(1).toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void theProtocolsWordsAreExplainedAndTheirSectionsExist() throws IOException {
        String protocol = Files.readString(Path.of("../docs/protocol.md"));

        assertThat(Glossary.TERMS)
                .extracting(Glossary.Term::word)
                .doesNotHaveDuplicates()
                .contains("now", "prev", "push", "sync", "hello", "lacks");
        for (Glossary.Term term : Glossary.TERMS) {
            assertThat(protocol.lines()).as(term.word()).contains("## " + term.section());
        }
    }
}

package sosad.app.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;

class LessonLinkTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(lesson:([^)]*)\\)");

    private final TestLab desk = TestLab.empty();
    private final List<Path> read = new ArrayList<>();
    private final OpenerViewModel opener = new OpenerViewModel(
            desk.lab,
            Scenarios.shipped(),
            file -> {
                read.add(file);
                return Scenarios.wide(5);
            },
            Runnable::run,
            Runnable::run);

    private void follow(String address) {
        opener.follow(LessonLink.of(address).orElseThrow());
    }

    @Test
    void aLinkOpensALessonOrAFileBesideTheOpenOne() {
        follow("lesson:lost-update");
        assertThat(opener.nameProperty().get()).isEqualTo("lost-update");

        opener.open(Path.of("folder/one.yaml"));
        follow("two.yaml");
        assertThat(read).containsExactly(Path.of("folder/one.yaml"), Path.of("folder/two.yaml"));
    }

    @Test
    void aLinkThatLeadsNowhereSaysSo() {
        follow("lesson:no-such-one");
        assertThat(desk.lab.bannerProperty().get().what()).contains("no lesson no-such-one");
        assertThat(desk.lab.bannerProperty().get().remedy()).contains("lost-update-per-key");

        follow("two.yaml");
        assertThat(desk.lab.bannerProperty().get().what()).contains("two.yaml");
        assertThat(desk.engine.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../two.yaml",
                "/etc/two.yaml",
                "a/two.yaml",
                "a\\two.yaml",
                "c:two.yaml",
                "two.sh",
                ".yaml",
                "lesson:",
                "lesson:../x",
                "LESSON:sample",
                "https://example.org/two.yaml"
            })
    void whatLeadsElsewhereIsNoLinkToALesson(String address) {
        assertThat(LessonLink.of(address)).isEmpty();
    }

    @Test
    void linksOfTheBundledLessonsLeadToLessons() {
        List<String> found = new ArrayList<>();
        for (String name : BundledScenarios.names()) {
            String text = new String(BundledScenarios.bytes(name), java.nio.charset.StandardCharsets.UTF_8);
            LINK.matcher(text).results().forEach(link -> found.add(link.group(1)));
        }

        assertThat(found).hasSizeGreaterThanOrEqualTo(5).isSubsetOf(BundledScenarios.names());
    }

    @Test
    void aLinkStandsInTheNarration() {
        Scenario lesson = BundledScenarios.load("sample");

        assertThat(Markdown.parse(lesson.about().orElseThrow()).toString()).contains("lesson:sample-by-rule");
    }
}

package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locale")
class ScenarioDocumentationTest {
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theLessonOfTheTutorialWorksAsItIsTold() throws IOException {
        ModelRun run = ModelRun.of(Lessons.read(String.join("", yaml().subList(0, 4))));

        assertThat(run.unmet()).isEmpty();
        assertThat(run.at(5)).isNotNull();
    }

    @Test
    void theExampleOfTheReferenceIsAScenario() throws IOException {
        assertThat(Lessons.read(yaml().get(4)).steps()).hasSize(1);
    }

    @Test
    void theExampleOfWhatIsDoneInFlightIsAsItIsTold() throws IOException {
        ModelRun run = ModelRun.of(Lessons.read(yaml().get(5)));

        assertThat(run.unmet()).isEmpty();
        assertThat(run.delivered()).as("C's push to A, and A's to C and to B").isEqualTo(3);
    }

    @Test
    void allLessonsAreListedInTheirOrder() throws IOException {
        List<String> listed = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                .matcher(documentation().split("## The lessons", -1)[1])
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(listed).isEqualTo(BundledScenarios.names());
    }

    private static List<String> yaml() throws IOException {
        return YAML.matcher(documentation())
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String documentation() throws IOException {
        return Files.readString(Path.of("..", "docs", "scenarios.md"));
    }
}

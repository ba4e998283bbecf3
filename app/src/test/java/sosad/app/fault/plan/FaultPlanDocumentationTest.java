package sosad.app.fault.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.fault.FaultKind;
import sosad.app.fault.FaultKinds;

/** What {@code docs/fault-plans.md} says can be written can be read. */
@Tag("locale")
class FaultPlanDocumentationTest {
    private static final Members MEMBERS = Plans.members(List.of("A", "B", "C"), List.of("G1"));
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static String documentation() throws IOException {
        return Files.readString(Path.of("..", "docs", "fault-plans.md"));
    }

    /** Returns what stands in code in the first column of the tables of a section. */
    private static List<String> firstColumn(String section) throws IOException {
        return documentation()
                .split("\n## " + section + "\n", 2)[1]
                .split("\n## ", 2)[0]
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line ->
                        CODE.matcher(line.split(" \\| ", 2)[0]).results().map(code -> code.group(1)))
                .toList();
    }

    private static String tutorial() throws IOException {
        return YAML.matcher(documentation()).results().findFirst().orElseThrow().group(1);
    }

    @Test
    void thePlanOfTheTutorialIsAPlan() throws IOException {
        assertThat(FaultPlanReader.read("kills.yaml", tutorial(), MEMBERS).faults())
                .hasSize(2);
    }

    @Test
    void aMistakeInItIsNamedAsThePageShows() throws IOException {
        String wrong = tutorial().replace("do: cut", "do: {loss: 120 %}");
        assertThatThrownBy(() -> FaultPlanReader.read("kills.yaml", wrong, MEMBERS))
                .satisfies(refused -> assertThat(documentation()).contains("```\n" + refused.getMessage() + "\n```"));
    }

    @Test
    void everyPickIsExplainedAndCanBeRead() throws IOException {
        List<String> picks = firstColumn("Picks");
        assertThat(picks).containsAll(PickReader.words());
        for (String pick : picks) {
            boolean isOfLinks = pick.contains("from")
                    || pick.contains("between")
                    || Stream.of(LinkPick.values())
                            .anyMatch(link -> link.words().equals(pick));
            Plans.of(MEMBERS, "at: 1 s, pick: %s, do: %s".formatted(pick, isOfLinks ? "cut" : "kill"));
        }
    }

    @Test
    void everyFaultIsExplainedAndCanBeRead() throws IOException {
        List<String> faults = new ArrayList<>(firstColumn("Faults"));
        Set<FaultKind<?>> kinds = new HashSet<>();
        for (String fault : faults) {
            FaultPlan plan = Plans.of(MEMBERS, "at: 1 s, pick: %s, do: %s".formatted(pickFor(fault), fault));
            kinds.add(plan.faults().get(0).what().kind());
        }
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(FaultKinds.all());
    }

    private static String pickFor(String fault) {
        String name = fault.replaceAll("[{}]|:.*", "");
        return FaultKinds.named(name).map(FaultKind::isOfLinks).orElse(false) ? "one link" : "one node";
    }

    @Test
    void allBundledPlansAreListedInTheirOrder() throws IOException {
        assertThat(firstColumn("The plans that come with the application")).isEqualTo(BundledPlans.names());
    }
}

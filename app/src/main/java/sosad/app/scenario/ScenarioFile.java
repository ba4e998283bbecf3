package sosad.app.scenario;

import java.util.List;
import java.util.Objects;

/**
 * A scenario as it was read, and where its file says what must be so.
 *
 * @param scenario the scenario
 * @param claims what each step claims, in the order in which it stands in the file
 */
public record ScenarioFile(Scenario scenario, List<List<Claim>> claims) {
    /**
     * Something that is checked.
     *
     * @param words what must be so, as an expectation or a read says it
     * @param line where it stands, from 1
     */
    public record Claim(String words, int line) {}

    public ScenarioFile {
        Objects.requireNonNull(scenario);
        claims = claims.stream().map(List::copyOf).toList();
    }
}

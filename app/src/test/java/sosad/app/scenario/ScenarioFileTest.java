package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.scenario.ScenarioFile.Claim;

class ScenarioFileTest {
    @Test
    void everyClaimIsKnownByItsLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("claims.yaml"), """
                scenario: claims
                cluster: {nodes: [A, B]}
                steps:
                  - do:
                      - put: {at: A, key: k, value: v}
                      - get: {at: A, key: k, expect: v}
                      - get: {at: A, key: k}
                  - title: nothing
                  - do:
                      - expect: {at: B, absent: k}

                      - expect: {converged: false}
                """);
        assertThat(ScenarioReader.readWithPlaces(file).claims())
                .containsExactly(
                        List.of(new Claim("a client at A reads k: v", 6)),
                        List.of(),
                        List.of(new Claim("B holds no k", 10), new Claim("the nodes do not all show the same", 12)));
    }
}

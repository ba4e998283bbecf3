package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.check.CheckListener;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.check.suite.CheckCatalogue;
import sosad.app.check.suite.CheckSuite;
import sosad.app.check.suite.SuiteResult;
import sosad.app.client.RespClient;
import sosad.app.client.RespRequest;
import sosad.app.fault.Fault;
import sosad.app.fault.ProcessFault;
import sosad.app.process.NodeException;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.model.NodeId;

/** The cluster of a lab as what is checked, over real processes. */
@Timeout(120)
class StageClusterIT {
    private static final NodeId B = new NodeId("B");

    private final Scenario sample = BundledScenarios.load("sample");
    private ProcessClusters clusters;
    private Lab lab;

    @BeforeEach
    void open() {
        clusters = new ProcessClusters();
        lab = new LabActor((plan, listener) -> clusters.create(plan, listener), event -> {});
        lab.open(sample).join();
    }

    @AfterEach
    void close() {
        lab.close();
        clusters.close();
    }

    private StageSystems stage() {
        return new StageSystems(lab, sample.cluster());
    }

    @Test
    void aClusterThatStandsStillIsNotChecked() {
        assertThatThrownBy(() -> stage().system()).isInstanceOf(NodeException.class);
    }

    @Test
    void aCheckHarmsTheClusterByWayOfTheLabAndLeavesItWhole() throws Exception {
        lab.goLive().join();
        try (SystemUnderTest system = stage().system()) {
            TestedCluster cluster = system.cluster().orElseThrow();
            try (RespClient client = new RespClient(system.address(B).orElseThrow(), Duration.ofSeconds(5))) {
                assertThat(client.request(RespRequest.of("SET", "k", "v")).text())
                        .isEqualTo("OK");
            }
            cluster.inject(new Fault.OnProcess(B, new ProcessFault.Kill()));
            while (system.address(B).isPresent()) {
                system.turn(50);
            }
            assertThat(cluster.isUp(B)).isFalse();
            assertThat(cluster.faults().inForce()).hasSize(1);

            cluster.healEverything();
            cluster.awaitAllUp();
            assertThat(system.address(B)).isPresent();
            assertThat(cluster.states()).hasSize(3);
            assertThat(cluster.accounts().wasEmptiedSince(B, System.nanoTime())).isFalse();
        }
        assertThat(lab.faults().join().inForce()).isEmpty();

        SuiteResult suite = new CheckSuite(
                        CheckCatalogue.only(List.of(CheckNumber.parse("4.1"))),
                        CheckSettings.USUAL,
                        stage(),
                        new CheckListener() {})
                .run();
        assertThat(suite.stopped()).isEmpty();
        assertThat(suite.outcomes().get(0).result().verdict()).isEqualTo(CheckVerdict.HELD);
        assertThat(lab.faults().join().inForce()).isEmpty(); // it is live still
    }

    @Test
    void aProcessThatEndsUnaskedIsNoticed() throws Exception {
        lab.goLive().join();
        try (SystemUnderTest system = stage().system()) {
            lab.ask(cluster -> {
                        cluster.terminate(B);
                        return true;
                    })
                    .join();
            assertThatThrownBy(() -> {
                        while (true) {
                            system.turn(50);
                        }
                    })
                    .isInstanceOf(NodeException.class)
                    .hasMessageContaining("B");
        }
    }
}

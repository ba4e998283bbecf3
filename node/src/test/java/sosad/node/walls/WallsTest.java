package sosad.node.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The walls between the packages of the node. */
class WallsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void thePortsKnowTheHostAndNeverTheReverse() {
        noClasses()
                .that()
                .resideInAPackage("sosad.node.host")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "sosad.node.client..",
                        "sosad.node.peer..",
                        "sosad.node.control..",
                        "sosad.node.store..",
                        "sosad.node.main..")
                .because("the host is the middle: what surrounds it is exchangeable")
                .check(CLASSES);
    }

    @Test
    void theHostOpensNoSocket() {
        noClasses()
                .that()
                .resideInAPackage("sosad.node.host")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "java.net..")
                .because("tests run it without a network")
                .check(CLASSES);
    }

    @Test
    void thePortsDoNotKnowEachOther() {
        List<String> ports =
                List.of("sosad.node.client", "sosad.node.peer", "sosad.node.control", "sosad.node.metrics");
        for (String port : ports) {
            String[] others =
                    ports.stream().filter(other -> !other.equals(port)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(port)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("they meet in the host")
                    .check(CLASSES);
        }
    }

    @Test
    void theGatewayKnowsTheClientPortAndNothingElseOfANode() {
        noClasses()
                .that()
                .resideInAPackage("sosad.node.gateway")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.node.host..", "sosad.node.peer..", "sosad.node.control..")
                .because("it is a program of its own, which has no store and no peers")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("sosad.node.client", "sosad.node.host", "sosad.node.peer", "sosad.node.control")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("sosad.node.gateway")
                .because("a node does not know who is before it")
                .check(CLASSES);
    }

    @Test
    void onlyMainPutsThingsTogether() {
        noClasses()
                .that()
                .resideOutsideOfPackage("sosad.node.main")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("sosad.node.main")
                .because("it knows everything and nobody knows it")
                .check(CLASSES);
    }

    @Test
    void onlyTheMetricsPortKnowsPrometheus() {
        noClasses()
                .that()
                .resideOutsideOfPackage("sosad.node.metrics")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.prometheus..", "com.sun.net.httpserver..")
                .because("a node that is not asked for metrics must not load it")
                .check(CLASSES);
    }

    @Test
    void theDiskStoreKnowsTheHostAloneAndHasItsDatabaseToItself() {
        noClasses()
                .that()
                .resideInAPackage("sosad.node.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "sosad.node.client..", "sosad.node.peer..", "sosad.node.control..")
                .because("it keeps what the host hands it, no matter which port that came in by")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("sosad.node.store")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.h2..")
                .because("another way to keep things must not show elsewhere")
                .check(CLASSES);
    }
}

package sosad.app.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The walls between the packages of the app. */
class WallsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void theAppNeverCompilesAgainstTheNode() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("sosad.node..")
                .because("a node is a program that is started, not a library")
                .check(CLASSES);
    }

    @Test
    void nothingBelowTheViewModelKnowsJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackages("sosad.app.view..", "sosad.app.viewmodel..", "sosad.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "sosad.app.view..", "sosad.app.viewmodel..")
                .because("everything but the window works without a window")
                .check(CLASSES);
    }

    @Test
    void viewModelsKnowNoControls() {
        noClasses()
                .that()
                .resideInAPackage("sosad.app.viewmodel..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are JavaFX without being beans or collections",
                        (JavaClass other) -> other.getPackageName().startsWith("javafx.")
                                && !other.getPackageName().startsWith("javafx.beans")
                                && !other.getPackageName().startsWith("javafx.collections")))
                .because("a view model is tested without a stage")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("sosad.app.viewmodel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("sosad.app.view..")
                .because("the view looks at the view model, never the reverse")
                .check(CLASSES);
    }

    @Test
    void oneClassAloneCrossesToTheWindowsThread() {
        noClasses()
                .that()
                .doNotHaveSimpleName("FxThread")
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .because("what the window is told goes through one door, which keeps its order")
                .check(CLASSES);
    }

    @Test
    void geometryIsPure() {
        noClasses()
                .that()
                .resideInAPackage("sosad.app.diagram..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "io.netty..", "sosad.app.cluster..", "sosad.app.lab..")
                .because("a diagram is computed from a history and nothing else")
                .check(CLASSES);
    }

    @Test
    void theScenarioKnowsNothingOfItsPlaying() {
        noClasses()
                .that()
                .resideInAnyPackage("sosad.app.scenario..", "sosad.app.history..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.app.lab..", "sosad.app.cluster..", "sosad.app.fabric..", "io.netty..")
                .because("a file and a history are values")
                .check(CLASSES);
    }

    @Test
    void measuringKnowsNothingOfLessons() {
        noClasses()
                .that()
                .resideInAPackage("sosad.app.bench..")
                .and()
                .doNotHaveSimpleName("HistoryCosts")
                .and()
                .doNotHaveSimpleName("JumpTimes")
                .and()
                .doNotHaveSimpleName("WhyTimes")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.app.lab..", "sosad.app.scenario..", "sosad.app.history..")
                .because("what is measured are nodes that run by themselves, but for the history of a run")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("sosad.app.bench..")
                .and()
                .doNotHaveSimpleName("LoadedLinks")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("sosad.app.fabric..")
                .because("measured nodes are linked directly; what the network costs is measured without nodes")
                .check(CLASSES);
    }

    @Test
    void theApiSteersTheLabAndNothingBelowIt() {
        noClasses()
                .that()
                .resideInAPackage("sosad.app.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.app.cluster..", "sosad.app.cli..", "io.netty..")
                .because("whatever is done to a cluster takes its turn on the lab's thread")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("sosad.app.api..", "sosad.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("sosad.app.api..")
                .because("the lab does not know who steers it")
                .check(CLASSES);
    }

    @Test
    void aClientKnowsNothingOfWhomItAsks() {
        noClasses()
                .that()
                .resideInAPackage("sosad.app.client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.app.cluster..", "sosad.app.lab..", "sosad.app.bench..", "io.netty..")
                .because("it takes an address, wherever that is and whatever runs there")
                .check(CLASSES);
    }

    @Test
    void aProcessIsStartedWithoutKnowingWhatFor() {
        noClasses()
                .that()
                .resideInAPackage("sosad.app.process..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.app.cluster..", "sosad.app.fabric..", "sosad.app.bench..", "io.netty..")
                .because("clusters, benches and tests start, pause and end processes alike")
                .check(CLASSES);
    }

    @Test
    void thePartsOfARunKnowNeitherTheLabNorEachOther() {
        noClasses()
                .that()
                .resideInAPackage("sosad.app.lab.step")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.app.lab", "sosad.app.lab.live")
                .because("which mode a cluster is in is the run's to know")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("sosad.app.lab.live")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.app.lab", "sosad.app.lab.step")
                .because("which mode a cluster is in is the run's to know")
                .check(CLASSES);
    }

    @Test
    void theNetworkKnowsNoProcesses() {
        noClasses()
                .that()
                .resideInAPackage("sosad.app.fabric..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.app.cluster..", "sosad.app.lab..", "sosad.app.scenario..")
                .because("the fabric carries frames; who sends them and why is not its business")
                .check(CLASSES);
    }

    @Test
    void whatIsSimulatedStartsNothing() {
        noClasses()
                .that()
                .resideInAnyPackage("sosad.app.simulate..", "sosad.app.sweep..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "sosad.app.process..", "sosad.app.cluster..", "sosad.app.fabric..", "io.netty..", "java.net..")
                .because("a run depends on its seed and settings alone")
                .check(CLASSES);
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching("sosad.app.(**)")
                .should()
                .beFreeOfCycles()
                .because("each package can be read, tested and moved with what it depends on alone")
                .check(CLASSES);
    }
}

package sosad.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The walls between the packages of this module. */
class WallsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void theProtocolIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage("sosad.protocol", "sosad.model", "sosad.engine", "sosad.sim")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "java.io..",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "java.time..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "com.fasterxml..")
                .because("nodes, tests and search all run it: time, chance and input come in as parameters")
                .check(CLASSES);
    }

    @Test
    void theProtocolReadsNoClockAndRollsNoDice() {
        noClasses()
                .that()
                .resideInAnyPackage("sosad.protocol", "sosad.model", "sosad.engine", "sosad.sim")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .because("a run must be a pure function of its inputs")
                .check(CLASSES);
    }

    @Test
    void theProtocolKnowsNoWireFormAndNoMessageForm() {
        noClasses()
                .that()
                .resideInAPackage("sosad.protocol")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.wire", "sosad.message")
                .because("wire depends on message, message on protocol, protocol on model, never the other way")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("sosad.model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.wire", "sosad.message", "sosad.protocol")
                .because("the model stands at the bottom")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("sosad.message")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("sosad.wire")
                .because("a message does not know how it is written")
                .check(CLASSES);
    }

    @Test
    void theEngineKnowsNeitherFramesNorWhereItRuns() {
        noClasses()
                .that()
                .resideInAPackage("sosad.engine")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sosad.wire", "sosad.sim")
                .because("the very same class runs in a process and in a simulated world")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("sosad.sim")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("sosad.wire")
                .because("a simulated world carries messages and no bytes")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("sosad.sim")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("sosad.sim")
                .because("what is simulated does not know of it")
                .check(CLASSES);
    }

    @Test
    void theModuleKnowsNoNetworkAndNoWindow() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "javafx..", "java.net..", "java.util.concurrent..")
                .because("what node and app share opens no socket and starts no thread")
                .check(CLASSES);
    }
}

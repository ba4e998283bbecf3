package sosad.app.golden;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sosad.protocol.EnumNames;

/**
 * The words of all switches, some of which are spelled as the constants of their enums are. A line each, without the
 * names of the types.
 */
class GoldenWordsTest {
    @Test
    void noWordHasChanged() {
        Golden.assertSame(
                "words",
                new ClassFileImporter()
                                .importPaths(Path.of("target", "classes"), Path.of("..", "shared", "target", "classes"))
                                .stream()
                                .filter(JavaClass::isEnum)
                                .map(JavaClass::reflect)
                                .filter(Class::isEnum) // no constant with a body
                                .map(GoldenWordsTest::words)
                                .sorted()
                                .collect(Collectors.joining("\n", "", "\n")));
    }

    private static String words(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> EnumNames.of((Enum<?>) constant))
                .collect(Collectors.joining(" "));
    }
}

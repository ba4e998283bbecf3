package sosad.app.check.request;

import java.util.List;
import java.util.stream.Stream;
import sosad.app.check.Check;

/** The checks of this package. */
public final class RequestChecks {
    private RequestChecks() {}

    /** Returns 4.1 to 4.12. */
    public static List<Check> malformed() {
        return Stream.concat(MalformedRequestCheck.all().stream(), Stream.of(new HalfRequestCheck(), new MutantCheck()))
                .toList();
    }

    /** Returns 5.1 and 5.2. */
    public static List<Check> randomKeys() {
        return List.of(new AbsentKeysCheck(), new AllKeysCheck());
    }

    /** Returns 6. */
    public static List<Check> flood() {
        return List.of(new FloodCheck());
    }
}

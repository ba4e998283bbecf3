package sosad.app.check.suite;

import java.util.List;
import java.util.stream.Stream;
import sosad.app.check.Check;
import sosad.app.check.CheckNumber;
import sosad.app.check.cache.CacheHit;
import sosad.app.check.consistency.AbsentData;
import sosad.app.check.consistency.DataBack;
import sosad.app.check.consistency.OldData;
import sosad.app.check.consistency.TimeToBeRight;
import sosad.app.check.nemesis.KillTheLoadBalancer;
import sosad.app.check.nemesis.KillingServers;
import sosad.app.check.nemesis.Misordered;
import sosad.app.check.nemesis.Mistimed;
import sosad.app.check.request.RequestChecks;
import sosad.app.check.volume.TotalVolume;
import sosad.app.check.volume.VolumePerSecond;

/** All checks, in the order of the document's list. */
public final class CheckCatalogue {
    private static final List<Check> ALL = Stream.of(
                    volume(),
                    consistency(),
                    killingServers(),
                    malformedRequests(),
                    randomKeyRead(),
                    flood(),
                    cacheHit(),
                    misordered(),
                    mistimed(),
                    killTheLoadBalancer())
            .flatMap(List::stream)
            .toList();

    private CheckCatalogue() {}

    /** Returns all of them. */
    public static List<Check> all() {
        return ALL;
    }

    /**
     * Returns those that are named, in the order of the list.
     *
     * @throws IllegalArgumentException if a number names none
     */
    public static List<Check> only(List<CheckNumber> numbers) {
        for (CheckNumber number : numbers) {
            if (ALL.stream().noneMatch(check -> number.includes(check.number()))) {
                throw new IllegalArgumentException(
                        "there is no check %s; \"check --list\" prints all".formatted(number));
            }
        }
        return ALL.stream()
                .filter(check -> numbers.stream().anyMatch(number -> number.includes(check.number())))
                .toList();
    }

    /** 1. */
    private static List<Check> volume() {
        return List.of(new VolumePerSecond(), new TotalVolume());
    }

    /** 2. */
    private static List<Check> consistency() {
        return List.of(new DataBack(), new AbsentData(), new OldData(), new TimeToBeRight());
    }

    /** 3. */
    private static List<Check> killingServers() {
        return List.of(new KillingServers());
    }

    /** 4. */
    private static List<Check> malformedRequests() {
        return RequestChecks.malformed();
    }

    /** 5. */
    private static List<Check> randomKeyRead() {
        return RequestChecks.randomKeys();
    }

    /** 6. */
    private static List<Check> flood() {
        return RequestChecks.flood();
    }

    /** 7. */
    private static List<Check> cacheHit() {
        return List.of(new CacheHit());
    }

    /** 8. */
    private static List<Check> misordered() {
        return List.of(new Misordered());
    }

    /** 9. */
    private static List<Check> mistimed() {
        return List.of(new Mistimed());
    }

    /** 10. */
    private static List<Check> killTheLoadBalancer() {
        return List.of(new KillTheLoadBalancer());
    }
}

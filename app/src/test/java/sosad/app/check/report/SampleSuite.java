package sosad.app.check.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.check.Check;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.CheckSettings;
import sosad.app.check.Evidence;
import sosad.app.check.FaultBand;
import sosad.app.check.Figure;
import sosad.app.check.SampleCheck;
import sosad.app.check.Series;
import sosad.app.check.Series.Point;
import sosad.app.check.suite.CheckOutcome;
import sosad.app.check.suite.SuiteResult;
import sosad.model.NodeId;

/** A run of checks with every verdict, and texts that mean something in HTML and XML. */
final class SampleSuite {
    static final String NASTY = "<script>alert('x')</script> & \"quotes\" \u0007 \ud83d\ude80 ]]>";

    private SampleSuite() {}

    static SuiteResult complete() {
        return result(Optional.empty(), List.of());
    }

    static SuiteResult partial() {
        return result(Optional.of("interrupted"), List.of(CheckNumber.of(9), CheckNumber.of(10)));
    }

    private static SuiteResult result(Optional<String> stopped, List<CheckNumber> notRun) {
        List<CheckOutcome> outcomes = List.of(
                outcome("1.1", builder -> builder.situations(412_930)
                        .did("Wrote and read.")
                        .figure(Figure.of("throughput", 41_200, "ops/s"))
                        .figure(Figure.millis("median", 1.4))
                        .series(line("A", 0.5))
                        .series(line("B", 0.7))
                        .bands(List.of(
                                new FaultBand("killed", Optional.of(new NodeId("B")), 2_000_000_000L, 3_500_000_000L)))
                        .held("41,200 ops/s, 0 errors")),
                outcome("2.3", builder -> builder.situations(400)
                        .because("A push was still under way.")
                        .brokenAsPredicted("3.1 % of reads stale", "lost-update")),
                outcome("4.1", builder -> builder.situations(1)
                        .evidence(Evidence.of("At A", List.of("sent " + NASTY, "got  -ERR")))
                        .failed(NASTY)),
                outcome("6", builder -> builder.inconclusive("there were no requests")),
                outcome("7", builder -> builder.skipped("there is no gateway")));
        return new SuiteResult(
                "3 nodes, per-key, on disk",
                "--nodes 3",
                CheckSettings.USUAL,
                Instant.parse("2026-11-29T17:00:00Z"),
                Duration.ofMillis(162_340),
                outcomes,
                notRun,
                stopped);
    }

    private interface Ending {
        CheckResult of(CheckResultBuilder builder);
    }

    private static CheckOutcome outcome(String number, Ending ending) {
        Check check = SampleCheck.holds(number);
        return new CheckOutcome(check, ending.of(new CheckResultBuilder(check)), Duration.ofMillis(1_234));
    }

    private static Series line(String name, double phase) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            points.add(new Point(i / 20.0, 20_000 + 5_000 * Math.sin(i / 9.0 + phase)));
        }
        return new Series("Throughput", name, "time, s", "operations/s", points);
    }
}

package sosad.app.check.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import sosad.app.check.Check;
import sosad.app.check.CheckListener;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.suite.CheckSuite;
import sosad.app.check.suite.SuiteResult;
import sosad.app.check.suite.SystemSource;
import sosad.app.sweep.SweepRuns;

/**
 * The same checks once for each seed.
 *
 * @param duration how long all checks take together, about
 * @param sources gives the system that is checked under a seed
 * @param isStrict whether an inconclusive check is not accepted, either
 * @param progress gets a line for each check that is over
 */
public record SuiteSweep(
        List<Check> checks,
        Duration duration,
        LongFunction<SystemSource> sources,
        boolean isStrict,
        Consumer<String> progress)
        implements SweepRuns.Run {
    /** What is kept of a check: the points of its charts would be most of the file. */
    private static final List<String> FIELDS =
            List.of("number", "title", "verdict", "headline", "reason", "situations", "repeat", "figures");

    public SuiteSweep {
        checks = List.copyOf(checks);
    }

    @Override
    public JsonNode of(long seed) throws InterruptedException {
        CheckSettings settings = new CheckSettings(seed, duration);
        SuiteResult suite = new CheckSuite(checks, settings, sources.apply(seed), listener(seed)).run();
        if (suite.stopped().filter(CheckSuite.INTERRUPTED::equals).isPresent()) {
            throw new InterruptedException(CheckSuite.INTERRUPTED);
        }
        ObjectNode json = JsonSuiteReport.json(suite);
        for (JsonNode check : json.path("checks")) {
            ((ObjectNode) check).retain(FIELDS);
        }
        return json.retain("complete", "stopped", "verdicts", "checks", "notRun");
    }

    private CheckListener listener(long seed) {
        Map<CheckNumber, Check> byNumber = checks.stream().collect(Collectors.toMap(Check::number, check -> check));
        return new CheckListener() {
            @Override
            public void finished(CheckResult result, Duration took) {
                progress.accept("seed " + seed + ": " + SuiteText.line(byNumber.get(result.number()), result, took));
            }
        };
    }

    /** The settings by name, as in the file of a sweep. */
    public Map<String, String> byName() {
        Map<String, String> names = new LinkedHashMap<>();
        SystemSource any = sources.apply(0);
        names.put("system", any.words());
        names.put("options", any.options());
        names.put(
                "checks",
                checks.stream().map(check -> check.number().toString()).collect(Collectors.joining(",")));
        names.put("for", duration.toMillis() + "ms");
        names.put(SuiteSweepReport.STRICT, Boolean.toString(isStrict));
        return names;
    }
}

package sosad.app.check.report;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sosad.app.check.CheckVerdict;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport;
import sosad.protocol.EnumNames;

/** How often each check had which verdict over the seeds of a sweep, and what repeats each that failed. */
public final class SuiteSweepReport implements SweepReport {
    /** The name of the setting that makes an inconclusive check one that is not accepted. */
    static final String STRICT = "strict";

    @Override
    public String command() {
        return "check";
    }

    @Override
    public Set<SweepFormat> formats() {
        return EnumSet.of(SweepFormat.MARKDOWN);
    }

    @Override
    public String text(Sweep sweep, SweepFormat form) {
        Map<String, Map<CheckVerdict, Integer>> counts = new LinkedHashMap<>();
        StringBuilder bad = new StringBuilder();
        sweep.runs().forEach((seed, suite) -> {
            for (JsonNode check : suite.path("checks")) {
                CheckVerdict verdict = verdict(check);
                counts.computeIfAbsent(
                                check.path("number").asText() + " "
                                        + check.path("title").asText(),
                                name -> new EnumMap<>(CheckVerdict.class))
                        .merge(verdict, 1, Integer::sum);
                if (isBad(sweep, verdict)) {
                    bad.append(format(
                            "- seed %d, %s %s: %s%n  `%s`%n",
                            seed,
                            check.path("number").asText(),
                            verdict.words(),
                            check.path("headline").asText(),
                            check.path("repeat").asText()));
                }
            }
            if (suite.has("stopped")) {
                bad.append(format(
                        "- seed %d ended early: %s%n",
                        seed, suite.path("stopped").asText()));
            }
        });
        return table(sweep, counts) + (bad.isEmpty() ? "" : "\n" + bad);
    }

    private static String table(Sweep sweep, Map<String, Map<CheckVerdict, Integer>> counts) {
        StringBuilder text = new StringBuilder(
                format("%s, seeds %s%n%n| check |", sweep.settings().get("system"), sweep.seeds()));
        for (CheckVerdict verdict : CheckVerdict.values()) {
            text.append(format(" %s |", verdict.words()));
        }
        text.append("\n| --- |")
                .append(" ---: |".repeat(CheckVerdict.values().length))
                .append('\n');
        counts.forEach((check, verdicts) -> {
            text.append(format("| %s |", check));
            for (CheckVerdict verdict : CheckVerdict.values()) {
                text.append(format(" %d |", verdicts.getOrDefault(verdict, 0)));
            }
            text.append('\n');
        });
        return text.toString();
    }

    /** @throws IllegalArgumentException if it has none */
    private static CheckVerdict verdict(JsonNode check) {
        Optional<CheckVerdict> verdict =
                EnumNames.parse(CheckVerdict.class, check.path("verdict").asText());
        return verdict.orElseThrow(() -> new IllegalArgumentException("a result of check without a verdict"));
    }

    private static boolean isBad(Sweep sweep, CheckVerdict verdict) {
        return verdict == CheckVerdict.FAILED
                || (verdict == CheckVerdict.INCONCLUSIVE
                        && Boolean.parseBoolean(sweep.settings().get(STRICT)));
    }

    @Override
    public boolean isGood(Sweep sweep) {
        for (JsonNode suite : sweep.runs().values()) {
            if (suite.has("stopped")) {
                return false;
            }
            for (JsonNode check : suite.path("checks")) {
                if (isBad(sweep, verdict(check))) {
                    return false;
                }
            }
        }
        return true;
    }
}

package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import sosad.app.history.RuleInForce;
import sosad.app.scenario.TrafficRule;
import sosad.protocol.Update;

/** The rules in force, in the order in which they were set. */
final class RuleBook {
    private static final int MOST_RULES = 50;

    private final List<RuleInForce> rules = new ArrayList<>();

    List<RuleInForce> inForce() {
        return List.copyOf(rules);
    }

    /** @throws ActionFailure if there are too many */
    void set(TrafficRule rule) {
        if (rules.size() == MOST_RULES) {
            throw new ActionFailure(
                    String.format(Locale.ROOT, "%d rules are in force, which is the most; end one first", MOST_RULES));
        }
        rules.add(new RuleInForce(rule, 0));
    }

    /**
     * Ends the {@code nth} rule, from 1, or all; gives those that ended.
     *
     * @throws ActionFailure if there are fewer
     */
    List<TrafficRule> end(OptionalInt nth) {
        if (nth.isEmpty()) {
            List<TrafficRule> all = rules.stream().map(RuleInForce::rule).toList();
            rules.clear();
            return all;
        }
        if (nth.getAsInt() > rules.size()) {
            throw new ActionFailure(
                    switch (rules.size()) {
                        case 0 -> "no rule is in force";
                        case 1 -> "only 1 rule is in force";
                        default -> String.format(Locale.ROOT, "only %d rules are in force", rules.size());
                    });
        }
        return List.of(rules.remove(nth.getAsInt() - 1).rule());
    }

    /** A message is being sent: every rule that covers it counts it, and those whose turn it is are given. */
    List<TrafficRule> due(Update update) {
        List<TrafficRule> due = new ArrayList<>();
        rules.replaceAll(rule -> {
            if (!rule.rule().covers(update)) {
                return rule;
            }
            RuleInForce counted = rule.countingOne();
            if (counted.isDue()) {
                due.add(rule.rule());
            }
            return counted;
        });
        return due;
    }
}

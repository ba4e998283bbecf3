package sosad.app.lab.step;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import sosad.app.history.RuleInForce;
import sosad.app.scenario.TrafficRule;
import sosad.protocol.Update;

/** The rules in force, in the order in which they were set. */
final class RuleBook {
    static final int MAX_RULES = 50;

    private final List<RuleInForce> rules = new ArrayList<>();
    private List<RuleInForce> given = List.of();

    /** Returns them all; as long as they are the same, the same list. */
    List<RuleInForce> inForce() {
        if (!given.equals(rules)) {
            given = List.copyOf(rules);
        }
        return given;
    }

    void set(TrafficRule rule) {
        rules.add(new RuleInForce(rule, 0));
    }

    /** Ends the {@code nth} rule, from 1, or all; returns those that ended. */
    List<TrafficRule> end(OptionalInt nth) {
        if (nth.isEmpty()) {
            List<TrafficRule> all = rules.stream().map(RuleInForce::rule).toList();
            rules.clear();
            return all;
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

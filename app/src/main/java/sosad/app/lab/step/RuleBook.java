package sosad.app.lab.step;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import sosad.app.history.RuleInForce;
import sosad.app.scenario.TrafficRule;
import sosad.protocol.Content;

/** The rules in force, in the order in which they were set. */
final class RuleBook {
    static final int MAX_RULES = 50;

    private final List<RuleInForce> rules = new ArrayList<>();
    private final List<Integer> setBy = new ArrayList<>();
    private List<RuleInForce> given = List.of();

    /**
     * A rule whose turn it is.
     *
     * @param setBy the id of the event by which it was set
     */
    record Due(TrafficRule rule, int setBy) {}

    RuleBook copy() {
        RuleBook copy = new RuleBook();
        copy.rules.addAll(rules);
        copy.setBy.addAll(setBy);
        return copy;
    }

    /** Returns them all; as long as they are the same, the same list. */
    List<RuleInForce> inForce() {
        if (!given.equals(rules)) {
            given = List.copyOf(rules);
        }
        return given;
    }

    void set(TrafficRule rule, int event) {
        rules.add(new RuleInForce(rule, 0));
        setBy.add(event);
    }

    /** Ends the {@code nth} rule, from 1, or all; returns those that ended. */
    List<TrafficRule> end(OptionalInt nth) {
        if (nth.isEmpty()) {
            List<TrafficRule> all = rules.stream().map(RuleInForce::rule).toList();
            rules.clear();
            setBy.clear();
            return all;
        }
        setBy.remove(nth.getAsInt() - 1);
        return List.of(rules.remove(nth.getAsInt() - 1).rule());
    }

    /** A message is being sent: every rule that covers it counts it, and those whose turn it is are given. */
    List<Due> due(Content content) {
        List<Due> due = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).rule().covers(content)) {
                RuleInForce counted = rules.get(i).countingOne();
                rules.set(i, counted);
                if (counted.isDue()) {
                    due.add(new Due(counted.rule(), setBy.get(i)));
                }
            }
        }
        return due;
    }
}

package sosad.app.history;

import java.util.Objects;
import sosad.app.scenario.TrafficRule;

/**
 * A rule at a moment.
 *
 * @param counted how many messages it has covered since it was set
 */
public record RuleInForce(TrafficRule rule, long counted) {
    public RuleInForce {
        Objects.requireNonNull(rule);
    }

    /** On how many of them it acted. */
    public long acted() {
        return counted / rule.every();
    }

    /** One message more. */
    public RuleInForce countingOne() {
        return new RuleInForce(rule, counted + 1);
    }

    /** Returns whether it acts on the message counted last. */
    public boolean isDue() {
        return counted % rule.every() == 0;
    }
}

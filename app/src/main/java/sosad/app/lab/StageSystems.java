package sosad.app.lab;

import static sosad.model.PlainFormat.format;

import sosad.app.check.SystemUnderTest;
import sosad.app.check.suite.SystemSource;
import sosad.app.lab.live.LiveLab;
import sosad.app.scenario.ClusterPlan;
import sosad.protocol.EnumNames;

/**
 * The cluster of a lab as what is checked. It must be live, and outlives the checks.
 *
 * @param lab the lab
 * @param plan the cluster that it plays on
 */
public record StageSystems(LiveLab lab, ClusterPlan plan) implements SystemSource {
    @Override
    public String words() {
        return "the cluster on stage, " + EnumNames.of(plan.rules().content());
    }

    /** A cluster like it can be started, though not one with its past. */
    @Override
    public String options() {
        return format(
                "--nodes %d --gateways %d --store %s --content %s",
                plan.nodes().size(),
                plan.gateways(),
                EnumNames.of(plan.store()),
                EnumNames.of(plan.rules().content()));
    }

    @Override
    public SystemUnderTest system() {
        return new StageCluster(lab, plan);
    }
}

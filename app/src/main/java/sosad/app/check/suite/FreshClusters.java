package sosad.app.check.suite;

import static sosad.model.PlainFormat.format;

import sosad.app.check.ClusterSettings;
import sosad.app.check.StartedCluster;
import sosad.app.check.SystemUnderTest;
import sosad.app.process.Program;
import sosad.message.Live;
import sosad.protocol.EnumNames;

/**
 * A cluster of our own nodes, started anew for each kind of checks.
 *
 * @param cluster what is started
 * @param seed decides, with the links' faults, what happens to messages
 * @param program the program of the nodes
 */
public record FreshClusters(ClusterSettings cluster, long seed, Program program) implements SystemSource {
    @Override
    public String words() {
        return cluster.words();
    }

    @Override
    public String options() {
        return format(
                "--nodes %d --gateways %d --store %s --content %s",
                cluster.nodes(), cluster.gateways(), EnumNames.of(cluster.store()), EnumNames.of(cluster.content()));
    }

    @Override
    public SystemUnderTest system() {
        return new StartedCluster(cluster, Live.since(System.currentTimeMillis()), seed, program);
    }
}

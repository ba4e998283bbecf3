package sosad.app.viewmodel.checks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import sosad.app.check.ClusterSettings;
import sosad.app.check.suite.ForeignServers;
import sosad.app.check.suite.FreshClusters;
import sosad.app.check.suite.PasswordFile;
import sosad.app.check.suite.SystemSource;
import sosad.app.lab.StageSystems;
import sosad.app.lab.live.LiveLab;
import sosad.app.process.Program;
import sosad.app.scenario.ClusterPlan;
import sosad.message.Address;

/**
 * The systems as they are: processes of this program, the cluster on stage, servers that somebody else has started.
 *
 * @param lab has the cluster on stage
 */
public record UsualTargets(LiveLab lab) implements CheckTargets {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    @Override
    public SystemSource fresh(ClusterSettings cluster, long seed) {
        return new FreshClusters(cluster, seed, Program.find().forLessons());
    }

    @Override
    public SystemSource onStage(ClusterPlan plan) {
        return new StageSystems(lab, plan);
    }

    @Override
    public SystemSource foreign(String addresses, Optional<Path> passwordFile) {
        return new ForeignServers(
                COMMA.splitAsStream(addresses).map(Address::parse).toList(),
                passwordFile.map(PasswordFile::read),
                passwordFile);
    }
}

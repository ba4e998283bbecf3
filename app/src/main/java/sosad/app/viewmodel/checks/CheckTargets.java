package sosad.app.viewmodel.checks;

import java.nio.file.Path;
import java.util.Optional;
import sosad.app.check.ClusterSettings;
import sosad.app.check.suite.SystemSource;
import sosad.app.scenario.ClusterPlan;

/**
 * The systems that can be checked from the window. What cannot be throws {@link IllegalArgumentException}, saying why.
 */
public interface CheckTargets {
    /** Clusters started for the checks, one for each kind of them. */
    SystemSource fresh(ClusterSettings cluster, long seed);

    /**
     * The cluster on stage, which must be live.
     *
     * @param plan what it was started as
     */
    SystemSource onStage(ClusterPlan plan);

    /**
     * Servers of the Redis protocol that run somewhere.
     *
     * @param addresses such as {@code 127.0.0.1:6379,127.0.0.1:6380}
     * @param passwordFile the file with the password, if they want one
     */
    SystemSource foreign(String addresses, Optional<Path> passwordFile);
}

package sosad.app.check.volume;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import sosad.app.load.IssuedVersions;
import sosad.app.load.KeyDistribution.Sequential;
import sosad.app.load.LoadProfile;
import sosad.app.load.LoadProfile.KeyWriters;
import sosad.app.load.OperationMix;
import sosad.model.NodeId;

/**
 * Keys that no one else writes, not even an earlier run with the same seed at servers that have kept what it wrote.
 *
 * @param prefix with which they begin
 * @param versions what was written under them so far
 */
record KeySpace(String prefix, int keys, IssuedVersions versions) {
    private static final int CLIENTS = 4;
    private static final int PIPELINE = 16;
    private static final Duration MAX_TO_DELETE = Duration.ofSeconds(10);

    static KeySpace of(String name, int keys) {
        return new KeySpace(
                format("%s:%s:", name, Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)),
                keys,
                new IssuedVersions(keys));
    }

    /** Deletes all of them at a server: foreign servers get back what they had. */
    void delete(PhaseRunner runner, NodeId server) throws InterruptedException {
        LoadProfile deletes = new LoadProfile(
                CLIENTS,
                PIPELINE,
                OptionalDouble.empty(),
                OptionalLong.of(keys),
                new OperationMix(0, 1),
                new Sequential(),
                keys,
                KeyWriters.ALL,
                0,
                prefix,
                0);
        runner.run(new LoadPhase("deletes what it wrote", deletes, List.of(server), versions, 0), MAX_TO_DELETE);
    }
}

package sosad.app.cli;

import static sosad.model.ArgumentCheck.refuseIf;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import sosad.app.check.ClusterSettings;
import sosad.app.check.suite.ForeignServers;
import sosad.app.check.suite.FreshClusters;
import sosad.app.check.suite.PasswordFile;
import sosad.app.check.suite.SystemSource;
import sosad.app.process.Program;
import sosad.message.Address;
import sosad.message.Launch.StoreKind;
import sosad.protocol.Rules.Content;

/** The options of {@code check} that choose the system. */
final class CheckedSystem {
    @Option(names = "--nodes", paramLabel = "N", description = "How many nodes, 1 to 26 (default: 3).")
    private Integer nodes;

    @Option(names = "--gateways", paramLabel = "N", description = "How many gateways, 0 to 4 (default: 2).")
    private Integer gateways;

    @Option(names = "--store", paramLabel = "STORE", description = "memory or disk (default: disk).")
    private StoreKind store;

    @Option(
            names = "--content",
            paramLabel = "RULE",
            description = "remote-now, remote-prev, full or per-key (default).")
    private Content content;

    @Option(
            names = "--against",
            split = ",",
            paramLabel = "HOST:PORT",
            description =
                    "No cluster of its own: check these servers, which somebody else has started. The checks write "
                            + "keys that begin with \"check\" there.")
    private List<String> against;

    @Option(
            names = "--auth-file",
            paramLabel = "FILE",
            description = "A file whose first line is the password that the servers of --against want.")
    private Path authFile;

    /** @throws IllegalArgumentException if the options contradict each other, or one is wrong */
    SystemSource source(long seed) {
        if (against == null) {
            refuseIf(authFile != null, "--auth-file is for the servers of --against");
            return new FreshClusters(cluster(), seed, Program.find());
        }
        refuseIf(
                Stream.of(nodes, gateways, store, content).anyMatch(Objects::nonNull),
                "--against checks servers that are there; --nodes, --gateways, --store and --content are for a cluster "
                        + "that is started");
        return new ForeignServers(
                against.stream().map(Address::parse).toList(),
                Optional.ofNullable(authFile).map(CheckedSystem::password),
                Optional.ofNullable(authFile));
    }

    private ClusterSettings cluster() {
        ClusterSettings usual = ClusterSettings.USUAL;
        return new ClusterSettings(
                nodes == null ? usual.nodes() : nodes,
                gateways == null ? usual.gateways() : gateways,
                store == null ? usual.store() : store,
                content == null ? usual.content() : content);
    }

    private static String password(Path file) {
        try {
            return PasswordFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--auth-file " + e.getMessage(), e);
        }
    }
}

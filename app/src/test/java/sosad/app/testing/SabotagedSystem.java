package sosad.app.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sosad.app.check.Check;
import sosad.app.check.CheckListener;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.check.suite.CheckSuite;
import sosad.app.check.suite.SystemSource;
import sosad.message.Address;
import sosad.model.NodeId;

/** Sabotaged servers as a system to be checked; nothing can be done to them beyond requests. */
public record SabotagedSystem(List<SabotagedServer> all) implements SystemUnderTest {
    /** Starts so many servers. */
    public static SabotagedSystem start(int servers, Sabotage sabotage) {
        return new SabotagedSystem(SabotagedServer.cluster(servers, sabotage));
    }

    /** Runs a check against new servers, of which something is wrong, with a share of the usual time. */
    public static CheckResult check(Check check, int servers, Sabotage sabotage, Duration wholeList) {
        return check(check, start(servers, sabotage), new CheckSettings(7, wholeList));
    }

    /** Runs a check against a system, which is closed afterwards. */
    public static CheckResult check(Check check, SystemUnderTest system, CheckSettings settings) {
        SystemSource source = new SystemSource() {
            @Override
            public String words() {
                return system.words();
            }

            @Override
            public String options() {
                return "";
            }

            @Override
            public SystemUnderTest system() {
                return system;
            }
        };
        return new CheckSuite(List.of(check), settings, source, new CheckListener() {})
                .run()
                .outcomes()
                .get(0)
                .result();
    }

    @Override
    public String words() {
        return "sabotaged servers";
    }

    @Override
    public List<NodeId> servers() {
        return all.stream().map(SabotagedServer::id).toList();
    }

    @Override
    public List<NodeId> gateways() {
        return List.of();
    }

    @Override
    public Optional<Address> address(NodeId process) {
        return all.stream()
                .filter(server -> server.id().equals(process))
                .findFirst()
                .flatMap(SabotagedServer::address);
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public Optional<TestedCluster> cluster() {
        return Optional.empty();
    }

    @Override
    public void turn(long mostMillis) throws InterruptedException {
        Thread.sleep(mostMillis);
    }

    @Override
    public void close() {
        all.forEach(SabotagedServer::close);
    }
}

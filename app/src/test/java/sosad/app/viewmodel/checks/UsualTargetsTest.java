package sosad.app.viewmodel.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.check.suite.SystemSource;
import sosad.app.process.NodeException;
import sosad.app.testing.FakeLab;
import sosad.app.testing.Scenarios;
import sosad.app.viewmodel.FxLabListener;

class UsualTargetsTest {
    private final UsualTargets targets = new UsualTargets(new FakeLab(new FxLabListener(Runnable::run)));

    @Test
    void serversOfWhichOneIsNotThereAreRefusedWhenTheChecksBegin() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        SystemSource source = targets.foreign("127.0.0.1:" + port, Optional.empty());

        assertThatThrownBy(source::system)
                .isInstanceOf(NodeException.class)
                .hasMessageContaining("nothing listens there");
    }

    @Test
    void serversMayHaveBlanksBetweenThemAndTheirPasswordsFileIsNamedInTheCommand(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "secret\n");
        SystemSource source = targets.foreign("127.0.0.1:1 , 127.0.0.1:2", Optional.of(file));

        assertThat(source.options()).isEqualTo("--against 127.0.0.1:1,127.0.0.1:2 --auth-file " + file);
        assertThat(source.words()).isEqualTo("127.0.0.1:1, 127.0.0.1:2");
    }

    @Test
    void aPasswordsFileThatIsNotThereIsRefusedAtOnce(@TempDir Path folder) {
        Path file = folder.resolve("none");
        assertThatThrownBy(() -> targets.foreign("127.0.0.1:1", Optional.of(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ": there is no such file");
    }

    @Test
    void aCommandForTheClusterOnStageStartsOneOfItsKind() {
        SystemSource source = targets.onStage(Scenarios.sample().cluster());
        assertThat(source.options()).isEqualTo("--nodes 3 --gateways 0 --store memory --content remote-now");
        assertThatThrownBy(source::system).isInstanceOf(NodeException.class);
    }
}

package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node on a machine, or in a container, that has no network at all. */
@Timeout(60)
class NoNetworkIT {
    private static final List<String> WITHOUT_NETWORK = List.of("unshare", "-r", "-n");

    @Test
    void nothingIsSaidOfTheNetworkCardThatIsNotThere() throws Exception {
        assumeTrue(canBeWithoutNetwork(), "this system gives nobody a network of their own");
        try (Daemon node = Daemon.startBy(WITHOUT_NETWORK, "--id", "A")) {
            assertThat(node.awaitLog("")).contains("INFO A is up: ");
            assertThat(node.end()).isZero();
        }
    }

    private static boolean canBeWithoutNetwork() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-r", "-n", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}

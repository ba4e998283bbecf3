package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.node.TestPort;

/** Three of the packaged program, side by side without the app, as the README has it. */
@Timeout(120)
class ThreeDaemonsIT {
    /** Nodes tell clients of no events; whoever waits asks again. */
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    @Test
    void threeNodesConvergeAndOneThatComesBackFromItsDiskSaysHello(@TempDir Path folder) throws Exception {
        int clientA = TestPort.next();
        int clientB = TestPort.next();
        int[] peers = {TestPort.next(), TestPort.next(), TestPort.next()};
        // Under a name, too, which is looked up.
        String a = "A=localhost:" + peers[0];
        String b = "B=127.0.0.1:" + peers[1];
        String c = "C=127.0.0.1:" + peers[2];
        String[] optionsA = {
            "--id",
            "A",
            "--client-port",
            clientA + "",
            "--peer-port",
            peers[0] + "",
            "--peer",
            b,
            "--peer",
            c,
            "--store",
            "disk",
            "--data",
            folder.toString()
        };
        try (Daemon first = Daemon.start(optionsA);
                Daemon second = Daemon.start(
                        "--id",
                        "B",
                        "--client-port",
                        clientB + "",
                        "--peer-port",
                        peers[1] + "",
                        "--peer",
                        a,
                        "--peer",
                        c);
                Daemon third = Daemon.start("--id", "C", "--peer-port", peers[2] + "", "--peer", a, "--peer", b)) {
            first.awaitUp();
            second.awaitUp();
            third.awaitUp();
            try (LineConnection clientOfA = new LineConnection(clientA);
                    LineConnection clientOfB = new LineConnection(clientB)) {
                assertThat(clientOfA.ask("SET waffle yoda")).isEqualTo("+OK");
                assertThat(clientOfB.ask("SET tom bihn")).isEqualTo("+OK");
                await(clientOfB, "waffle", "yoda");
                await(clientOfA, "tom", "bihn");
                assertThat(clientOfA.ask("SET last word")).isEqualTo("+OK");
                first.terminate();
                assertThat(first.awaitExit()).isZero();
                await(clientOfB, "last", "word");
            }
            int metrics = TestPort.next();
            String[] again = Arrays.copyOf(optionsA, optionsA.length + 2);
            again[optionsA.length] = "--metrics-port";
            again[optionsA.length + 1] = metrics + "";
            try (Daemon back = Daemon.start(again).awaitUp()) {
                assertThat(DaemonIT.page(metrics))
                        .containsEntry("sosad_sent_messages_total{kind=\"hello\",peer=\"B\"}", 1.0)
                        .containsEntry("sosad_sent_messages_total{kind=\"hello\",peer=\"C\"}", 1.0)
                        .containsEntry("sosad_entries", 3.0);
                assertThat(back.end()).isZero();
            }
        }
    }

    /** Asks again and again; the test's time limit ends it. */
    private static void await(LineConnection client, String key, String value) throws IOException {
        while (!value.equals(client.get(key))) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }
}

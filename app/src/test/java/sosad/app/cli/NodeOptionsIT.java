package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.SosadJar;

/** What a developer tells the nodes' Java reaches it: here that it waits for a debugger. */
@Timeout(60)
class NodeOptionsIT {
    private static final Pattern WAITS =
            Pattern.compile("node process [0-9]+: Listening for transport dt_socket at address: ([0-9]+)");
    private static final byte[] GREETING = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void everyNodeWaitsUntilADebuggerLetsItGoOn() throws Exception {
        List<String> command = new ArrayList<>(SosadJar.command("run", "sample"));
        command.add(
                1,
                "-Dsosad.node.jvm=-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0 -Xmx64m");
        Process app = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        List<Socket> debuggers = new ArrayList<>();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(app.getErrorStream(), StandardCharsets.UTF_8))) {
            while (debuggers.size() < 3) {
                String line = said.readLine();
                assertThat(line).isNotNull();
                Matcher waits = WAITS.matcher(line);
                if (waits.matches()) {
                    debuggers.add(resumed(Integer.parseInt(waits.group(1))));
                }
            }
            assertThat(app.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(app.exitValue()).isZero();
        } finally {
            app.destroy();
            for (Socket debugger : debuggers) {
                debugger.close();
            }
        }
    }

    /** Attaches as a debugger does, and lets the machine run that waits there. */
    private static Socket resumed(int port) throws IOException {
        Socket debugger = new Socket(InetAddress.getLoopbackAddress(), port);
        DataOutputStream out = new DataOutputStream(debugger.getOutputStream());
        out.write(GREETING);
        assertThat(new DataInputStream(debugger.getInputStream()).readNBytes(GREETING.length))
                .isEqualTo(GREETING);
        out.writeInt(11); // length of the packet
        out.writeInt(1); // its number
        out.writeByte(0); // a command
        out.writeByte(1); // to the machine:
        out.writeByte(9); // resume
        return debugger;
    }
}

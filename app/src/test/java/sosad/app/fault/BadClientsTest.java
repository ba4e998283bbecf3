package sosad.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BadClientsTest {
    private static final String READ = "*2\r\n$3\r\nGET\r\n$5\r\nflood\r\n";

    private static String received(Socket client, int bytes) throws IOException {
        return new String(client.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
    }

    @Test
    void aFloodAsksAgainAsSoonAsItIsAnsweredUntilItEnds() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                BadClients clients = new BadClients()) {
            clients.begin(1, server.getLocalPort(), new ClientFault.Flood(2));
            try (Socket first = server.accept();
                    Socket second = server.accept()) {
                for (int i = 0; i < 3; i++) {
                    assertThat(received(first, READ.length())).isEqualTo(READ);
                    first.getOutputStream().write("$-1\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                clients.end(1);
                assertThat(second.getInputStream().readAllBytes()).hasSize(READ.length());
            }
        }
    }

    @Test
    void halfARequestStaysHalfAndTheConnectionOpenUntilItEnds() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                BadClients clients = new BadClients()) {
            clients.begin(1, server.getLocalPort(), new ClientFault.HalfRequests(1));
            try (Socket client = server.accept()) {
                String half = "*3\r\n$3\r\nSET\r\n$4\r\nha";
                assertThat(received(client, half.length())).isEqualTo(half);
                clients.end(1);
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
        }
    }
}

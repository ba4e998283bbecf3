package sosad.node.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many clients in a process of their own, which has its own limit on open files. Arguments: the port, how many. Says
 * {@code connected}; after a line of input has every client ask PING, and says how many were answered.
 */
final class IdleClientsMain {
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String PONG = "+PONG\r\n";

    private IdleClientsMain() {}

    public static void main(String[] args) throws IOException {
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        List<SocketChannel> clients = new ArrayList<>();
        for (int i = Integer.parseInt(args[1]); i > 0; i--) {
            clients.add(SocketChannel.open(server));
        }
        System.out.println("connected");
        if (System.in.read() >= 0) {
            int answered = 0;
            for (SocketChannel client : clients) {
                answered += isAnswered(client) ? 1 : 0;
            }
            System.out.println(answered);
        }
    }

    private static boolean isAnswered(SocketChannel client) throws IOException {
        client.write(ByteBuffer.wrap(PING));
        ByteBuffer reply = ByteBuffer.allocate(PONG.length());
        while (reply.hasRemaining()) {
            if (client.read(reply) < 0) {
                return false;
            }
        }
        return PONG.equals(new String(reply.array(), StandardCharsets.US_ASCII));
    }
}

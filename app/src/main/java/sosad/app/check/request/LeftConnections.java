package sosad.app.check.request;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import sosad.message.Address;

/** Connections that are opened and left: nothing is ever sent on them. */
final class LeftConnections implements AutoCloseable {
    private final Address address;
    private final List<SocketChannel> channels = new ArrayList<>();
    private int turnedAway;

    LeftConnections(Address address) {
        this.address = address;
    }

    /** Opens one more; one that the server, or this machine, does not let in is counted. */
    void open() {
        try {
            SocketChannel channel = SocketChannel.open();
            channels.add(channel);
            channel.setOption(StandardSocketOptions.SO_LINGER, channels.size() % 2 == 0 ? 0 : -1);
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress(address.host(), address.port()));
        } catch (IOException e) {
            turnedAway++;
        }
    }

    /** Returns how many are there. */
    int opened() {
        int opened = 0;
        for (SocketChannel channel : channels) {
            try {
                opened += channel.finishConnect() ? 1 : 0;
            } catch (IOException e) {
                turnedAway++;
            }
        }
        return opened;
    }

    int turnedAway() {
        return turnedAway;
    }

    /** Leaves: every second one without a word (RST), the others as one should (FIN). */
    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}

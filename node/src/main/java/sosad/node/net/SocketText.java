package sosad.node.net;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import sosad.message.Address;

/** How the addresses of sockets are written. */
public final class SocketText {
    private SocketText() {}

    /** As {@code HOST:PORT}, by numbers if they are known. */
    public static String of(SocketAddress address) {
        return address instanceof InetSocketAddress inet
                ? Address.text(host(inet), inet.getPort())
                : String.valueOf(address);
    }

    /** The host alone, by numbers if they are known. */
    static String host(InetSocketAddress address) {
        return address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
    }
}

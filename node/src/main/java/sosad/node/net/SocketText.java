package sosad.node.net;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import sosad.message.Address;

/** The text form of socket addresses. */
public final class SocketText {
    private SocketText() {}

    /** Returns {@code HOST:PORT}, numeric if known. */
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

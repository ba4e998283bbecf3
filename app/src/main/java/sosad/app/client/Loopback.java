package sosad.app.client;

import java.net.InetAddress;
import sosad.message.Address;

/** Addresses of this machine. */
public final class Loopback {
    private Loopback() {}

    /** Returns the address of a port of this machine. */
    public static Address at(int port) {
        return new Address(InetAddress.getLoopbackAddress().getHostAddress(), port);
    }
}

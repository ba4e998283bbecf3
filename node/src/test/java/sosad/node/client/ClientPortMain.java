package sosad.node.client;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Serves a plain map on the port given: for trying the client port by hand and for measuring it against Redis. */
final class ClientPortMain {
    private ClientPortMain() {}

    public static void main(String[] args) {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        ClientPort port = ClientPort.bind(loop, address, new MapDatabase(), OpenPort.FACTS, ClientSettings.DEFAULT)
                .join();
        System.out.println(port.address());
    }
}

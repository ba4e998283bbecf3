package sosad.node.main;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ExitCode;
import sosad.node.gateway.Gateway;
import sosad.node.gateway.GatewaySettings;
import sosad.node.gateway.GatewayWatcher;
import sosad.node.net.HostLookup;
import sosad.node.net.Reason;
import sosad.node.net.SocketText;

/** Lets a gateway run until the process is told to end, by SIGTERM or Ctrl-C. */
record GatewayProcess(InetSocketAddress address, GatewaySettings settings, PrintWriter out, PrintWriter err) {
    /** The longest time for the end beyond a request's deadline. */
    private static final Duration MAX_BESIDE_REQUESTS = Duration.ofSeconds(10);

    /** Runs until the process ends; gives an exit code only if the gateway cannot begin. */
    int run() {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            Gateway gateway = Gateway.start(loop, address, settings, GatewayWatcher.NONE, new HostLookup())
                    .join();
            OnSignal.end("gateway", settings.deadline().plus(MAX_BESIDE_REQUESTS), () -> end(gateway, loop));
            InetSocketAddress bound = gateway.address();
            out.println("gateway: clients at " + SocketText.of(here(bound.getPort())));
            out.flush();
            loop.terminationFuture().syncUninterruptibly();
            return ExitCode.OK;
        } catch (CompletionException e) {
            err.println("sosad-node: %s cannot be used: %s".formatted(SocketText.of(address), Reason.of(e)));
            return ExitCode.USAGE;
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
        }
    }

    /** Returns the address as given, since the socket may report {@code 0.0.0.0} as its IPv6 form. */
    private InetSocketAddress here(int port) {
        return new InetSocketAddress(address.getAddress(), port);
    }

    private static int end(Gateway gateway, EventLoopGroup loop) {
        gateway.drain().join();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        return ExitCode.OK;
    }
}

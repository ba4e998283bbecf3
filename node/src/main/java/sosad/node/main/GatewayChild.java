package sosad.node.main;

import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ExitCode;
import sosad.message.GatewayLaunch;
import sosad.node.gateway.Gateway;
import sosad.node.gateway.GatewaySettings;
import sosad.node.gateway.GatewaySettings.Balancing;
import sosad.node.gateway.GatewaySettings.Reads;
import sosad.node.gateway.control.SteeredGateway;
import sosad.node.net.HostLookup;
import sosad.node.net.StartLoop;

/** A gateway that the app has started: it takes turns among the nodes, and ends when the app says so or is gone. */
final class GatewayChild {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayChild.class);
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final GatewayLaunch launch;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isLetGo;

    GatewayChild(GatewayLaunch launch) {
        this.launch = launch;
    }

    /** Runs until the app ends it; gives the exit code. */
    int run() {
        StartLoop own = new StartLoop();
        EventLoopGroup loop = own.group();
        try {
            SteeredGateway steered = new SteeredGateway(launch);
            Gateway gateway = NodePorts.orElse(start(loop, launch.port(), steered), () -> start(loop, 0, steered))
                    .join();
            ChannelFuture dialing =
                    steered.dial(loop, gateway, ended::countDown).awaitUninterruptibly();
            if (!dialing.isSuccess()) {
                LOG.error(
                        "{} ends: the app at {} cannot be reached: {}",
                        launch.id(),
                        launch.control(),
                        dialing.cause().getMessage());
                return ExitCode.USAGE;
            }
            dialing.channel().closeFuture().addListener(gone -> letGo());
            LOG.info(
                    "{} is up: clients at port {}",
                    launch.id(),
                    gateway.address().getPort());
            ended.await();
            if (!isLetGo) {
                LOG.info("{} ends", launch.id());
            }
            return ExitCode.OK;
        } catch (CompletionException e) {
            LOG.error("{} cannot listen: {}", launch.id(), e.getCause().getMessage());
            return ExitCode.USAGE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.SOFTWARE;
        } finally {
            isLetGo &= own.end(2); // a process whose loop hangs is not fit for another start
        }
    }

    private CompletableFuture<Gateway> start(EventLoopGroup loop, int port, SteeredGateway steered) {
        return Gateway.start(
                loop,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                settings(),
                steered.watcher(),
                new HostLookup());
    }

    /** Returns whether it has ended because the app closed the connection. */
    boolean isLetGo() {
        return isLetGo;
    }

    private void letGo() {
        isLetGo = ended.getCount() > 0;
        ended.countDown();
    }

    private GatewaySettings settings() {
        return new GatewaySettings(
                launch.backends(),
                Balancing.ROUND_ROBIN,
                1,
                Reads.ONE,
                DEADLINE,
                Optional.empty(),
                launch.limits(),
                Optional.empty(),
                Optional.empty());
    }
}

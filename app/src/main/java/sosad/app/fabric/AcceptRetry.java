package sosad.app.fabric;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in the pipeline of a port of the app that nodes dial. When a connection cannot be accepted, above all because
 * the app may open no more files, that is said once, and the port waits for a second before each further try.
 */
public final class AcceptRetry extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptRetry.class);
    private static final int PAUSE_SECONDS = 1;

    private boolean hasSaidSo;

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!hasSaidSo) {
            hasSaidSo = true;
            LOG.warn("a node cannot be connected to the app: {}", cause.getMessage());
        }
        context.channel().config().setAutoRead(false);
        context.executor()
                .schedule(() -> context.channel().config().setAutoRead(true), PAUSE_SECONDS, TimeUnit.SECONDS);
    }
}

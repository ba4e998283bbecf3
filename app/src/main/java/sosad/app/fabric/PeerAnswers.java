package sosad.app.fabric;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/** At the app's end of a connection to a node's peer port: what the node answers to a greeting is not needed here. */
class PeerAnswers extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object answer) {
        ReferenceCountUtil.release(answer);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close(); // a reset by the destination ends the connection like any other end
    }
}

package sosad.node.peer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import sosad.wire.FrameAssembler;
import sosad.wire.MalformedException;
import sosad.wire.WireLimits;

/** Passes the byte stream on as frames, length fields included. A frame over the limit ends the stream. */
final class FrameDecoder extends SimpleChannelInboundHandler<ByteBuf> {
    private FrameAssembler frames;

    private FrameDecoder() {}

    /** Adds a decoder of short frames, since nobody has been let in yet. */
    static void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new FrameDecoder());
    }

    /** Lets frames of every length in from now on. */
    static void letIn(ChannelPipeline pipeline) {
        pipeline.get(FrameDecoder.class).frames.setMaxBytes(WireLimits.FRAME_BYTES);
    }

    /** Discards everything that comes from now on. */
    static void turnAway(ChannelPipeline pipeline) {
        pipeline.get(FrameDecoder.class).frames.end();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        frames = new FrameAssembler(WireLimits.PROOF_BYTES, context::fireChannelRead);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
        try {
            frames.feed(bytes.nioBuffer());
        } catch (MalformedException e) {
            context.fireExceptionCaught(e);
        }
    }
}

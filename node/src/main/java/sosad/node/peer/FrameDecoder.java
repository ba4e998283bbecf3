package sosad.node.peer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.util.ReferenceCountUtil;
import java.util.Locale;
import sosad.wire.Frame;
import sosad.wire.WireLimits;

/** Cuts the byte stream into frames, length fields included. A frame over the limit ends the stream. */
final class FrameDecoder extends LengthFieldBasedFrameDecoder {
    private static final String NAME = "frames";

    private final int mostBytes;

    private FrameDecoder(int mostBytes) {
        super(mostBytes + Frame.LENGTH_BYTES, 0, Frame.LENGTH_BYTES);
        this.mostBytes = mostBytes;
    }

    /** From now on short frames are read, since nobody has been let in yet. */
    static void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(NAME, new FrameDecoder(WireLimits.PROOF_BYTES));
    }

    /** From now on frames of every length are read. */
    static void letIn(ChannelPipeline pipeline) {
        pipeline.replace(NAME, NAME, new FrameDecoder(WireLimits.FRAME_BYTES));
    }

    /** From now on what comes is thrown away. */
    static void turnAway(ChannelPipeline pipeline) {
        pipeline.replace(NAME, NAME, new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object bytes) {
                ReferenceCountUtil.release(bytes);
            }
        });
    }

    @Override
    protected Object decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        ByteBuf whole = cut(context, in);
        if (whole == null) {
            return null;
        }
        try {
            return ByteBufUtil.getBytes(whole);
        } finally {
            whole.release();
        }
    }

    private ByteBuf cut(ChannelHandlerContext context, ByteBuf in) throws Exception {
        int begin = in.readerIndex();
        try {
            return (ByteBuf) super.decode(context, in);
        } catch (DecoderException e) {
            throw new TooLongFrameException(String.format(
                    Locale.ROOT,
                    "a frame of %,d bytes, where at most %,d are taken",
                    in.getUnsignedInt(begin),
                    mostBytes));
        }
    }
}

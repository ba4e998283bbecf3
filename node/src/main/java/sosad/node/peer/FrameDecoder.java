package sosad.node.peer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import sosad.wire.Frame;
import sosad.wire.WireLimits;

/** Cuts the byte stream into frames, length fields included. A frame over the limit ends the stream. */
final class FrameDecoder extends LengthFieldBasedFrameDecoder {
    FrameDecoder() {
        super(WireLimits.FRAME_BYTES + Frame.LENGTH_BYTES, 0, Frame.LENGTH_BYTES);
    }

    @Override
    protected Object decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        ByteBuf whole = (ByteBuf) super.decode(context, in);
        if (whole == null) {
            return null;
        }
        try {
            return ByteBufUtil.getBytes(whole);
        } finally {
            whole.release();
        }
    }
}

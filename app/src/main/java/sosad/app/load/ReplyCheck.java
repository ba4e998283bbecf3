package sosad.app.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Holds a reply against its request. */
final class ReplyCheck {
    private final Stamp stamp = new Stamp();
    private byte[] key = new byte[64];

    /**
     * Says how a request has ended.
     *
     * @param decoder the reply in {@code bytes}
     * @return whether such a request can have such a reply
     */
    boolean judge(LoadRequest request, ReplyDecoder decoder, byte[] bytes, long now, LoadReply reply) {
        if (decoder.type() == '-') {
            String error = text(decoder, bytes);
            reply.set(
                    LoadProblem.leavesOpen(error) ? OperationOutcome.UNANSWERED : OperationOutcome.REFUSED,
                    Operation.NOTHING,
                    LoadProblem.shortened(error),
                    now);
            return true;
        }
        boolean fits =
                switch (request.kind) {
                    case READ -> decoder.isNil() || decoder.type() == '$';
                    case WRITE -> decoder.isNil() || decoder.type() == '+';
                    case DELETE -> decoder.type() == ':';
                };
        if (!fits) {
            reply.set(OperationOutcome.UNANSWERED, Operation.NOTHING, LoadProblem.WRONG_KIND, now);
            return false;
        }
        if (request.kind == OperationKind.READ) {
            long version = decoder.isNil() ? Operation.NOTHING : version(request, decoder, bytes);
            boolean isForeign = version == Operation.FOREIGN;
            reply.set(OperationOutcome.OK, version, isForeign ? LoadProblem.FOREIGN_VALUE : "", now);
            reply.foreignValue = isForeign ? LoadProblem.shortened(text(decoder, bytes)) : "";
        } else {
            reply.set(OperationOutcome.OK, request.version, "", now);
            reply.lostAtOnce = request.kind == OperationKind.WRITE && decoder.isNil();
        }
        return true;
    }

    private long version(LoadRequest request, ReplyDecoder decoder, byte[] bytes) {
        int keyBytes = RequestEncoder.keyBytes(request);
        if (keyBytes > key.length) {
            key = Arrays.copyOf(key, keyBytes);
        }
        RequestEncoder.writeKey(request, key, 0);
        long number = stamp.read(key, 0, keyBytes, bytes, decoder.from(), decoder.length());
        return number == Operation.NOTHING ? Operation.FOREIGN : number; // numbers begin with 1
    }

    /** Returns the text of a reply. */
    String text(ReplyDecoder decoder, byte[] bytes) {
        return new String(bytes, decoder.from(), decoder.length(), StandardCharsets.UTF_8);
    }
}

package sosad.node.client;

/** Puts a reply from RESP2 into RESP3: what is absent has other bytes there, whether it is a string or an array. */
final class NullsOfResp3 {
    private final byte[] reply;

    private NullsOfResp3(byte[] reply) {
        this.reply = reply;
    }

    /** Writes {@code reply}, which is whole and well formed, to {@code replies}. */
    static void write(byte[] reply, Replies replies) {
        new NullsOfResp3(reply).write(replies);
    }

    private void write(Replies replies) {
        int written = 0;
        int at = 0;
        while (at < reply.length) {
            int next = afterLine(at);
            boolean hasLength = reply[at] == '$' || reply[at] == '*';
            if (hasLength && reply[at + 1] == '-') {
                replies.raw(reply, written, at - written);
                replies.absent();
                written = next;
            } else if (reply[at] == '$') {
                next += length(at) + 2;
            }
            at = next;
        }
        replies.raw(reply, written, reply.length - written);
    }

    private int afterLine(int from) {
        int at = from;
        while (reply[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private int length(int header) {
        int length = 0;
        for (int at = header + 1; reply[at] != '\r'; at++) {
            length = 10 * length + reply[at] - '0';
        }
        return length;
    }
}

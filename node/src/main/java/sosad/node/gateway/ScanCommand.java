package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sosad.model.RefusedException;
import sosad.node.client.ClientSession;
import sosad.node.client.Replies;
import sosad.node.client.Request;
import sosad.node.client.RespCommand;

/** SCAN: a scan goes on at the backend where it began, whichever connection asks and whatever else is scanned. */
final class ScanCommand {
    private static final Pattern CURSOR = Pattern.compile("\\d{1,19}");
    private static final Pattern REPLY_HEAD = Pattern.compile("\\*2\r\n\\$\\d{1,2}\r\n(\\d{1,20})\r\n");
    private static final int MAX_HEAD_BYTES = 64;

    private final RequestContext context;
    private final ScanCursors cursors;

    /** @param start of this gateway */
    ScanCommand(RequestContext context, String start) {
        this.context = context;
        this.cursors = new ScanCursors(start);
    }

    RespCommand command() {
        return RespCommand.of(
                        "scan",
                        1,
                        Request.MAX_KEPT - 1,
                        "Returns some keys of one backend and the next cursor",
                        this::scan)
                .taking("cursor [MATCH pattern] [COUNT count]")
                .takingLong();
    }

    private void scan(Request request, Replies replies, ClientSession session) {
        long cursor = cursor(request).orElseThrow(() -> new RefusedException("invalid cursor"));
        ClientRequest asked =
                new ClientRequest(++context.counts().requests, session.client(), "scan", Optional.empty());
        if (cursor == 0) {
            read(asked, encoded(request, "0"), session).begin(Runnable::run);
            return;
        }
        Optional<ScanCursors.Place> place = cursors.place(cursor);
        if (place.isPresent()) {
            String backends = place.get().cursor();
            read(asked, encoded(request, backends), session).beginOnlyAt(place.get());
        } else {
            replies.error("SCANLOST this gateway no longer knows the cursor: begin again with SCAN 0");
        }
    }

    private Read read(ClientRequest asked, byte[] request, ClientSession session) {
        return new Read(asked, request, Lane.LONG_READS, context, session.later()::answer, this::pass);
    }

    private static OptionalLong cursor(Request request) {
        String text = request.length(1) <= 19 ? request.text(1) : "";
        if (!CURSOR.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long cursor = Long.parseUnsignedLong(text);
        return cursor < 0 ? OptionalLong.empty() : OptionalLong.of(cursor);
    }

    private static byte[] encoded(Request request, String cursor) {
        Replies encoder = new Replies(); // an array of bulk strings looks the same in both directions
        encoder.array(request.count());
        encoder.bulk(request.text(0));
        encoder.bulk(cursor);
        for (int i = 2; i < request.count(); i++) {
            encoder.bulk(request.bytes(), request.start(i), request.length(i));
        }
        return encoder.takeBytes();
    }

    /** The same reply with the cursor as the client gets it. */
    private byte[] pass(byte[] reply, Identity from) {
        int headBytes = Math.min(reply.length, MAX_HEAD_BYTES);
        Matcher head = REPLY_HEAD.matcher(new String(reply, 0, headBytes, ISO_8859_1));
        Replies passed = new Replies();
        if (head.lookingAt()) {
            passed.array(2);
            passed.bulk(cursors.given(from, head.group(1)));
            passed.rest(reply, head.end(), reply.length - head.end());
        } else {
            passed.error("ERR the backend answered SCAN with something other than a cursor and keys");
        }
        return passed.takeBytes();
    }
}

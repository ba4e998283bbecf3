package sosad.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.message.InquiryMessage;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.StoreCheck;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;
import sosad.protocol.Update.Receipt;

/** Peer messages and greetings as frames. */
public final class PeerCodec {
    /** In the greeting of a network between nodes: which start of the sender the messages come from, they say. */
    private static final long ANY_START = -1;

    /** In a greeting of version 0.1.0, which does not take messages that say something of the stores at both ends. */
    private static final long FIRST_VERSION = 0;

    private PeerCodec() {}

    /** The message as a frame. */
    public static Frame encode(NodeMessage message) {
        return message instanceof PeerMessage update ? encode(update) : InquiryJson.encode((InquiryMessage) message);
    }

    private static Frame encode(PeerMessage message) {
        Update update = message.update();
        return Frame.compose(
                FrameKind.of(update.kind()),
                message.id(),
                update.from(),
                update.to(),
                JsonText.of(update, PeerCodec::write));
    }

    private static void write(JsonText json, Update update) throws IOException {
        json.number("store", update.storeId()).number("now", update.now()).number("prev", update.prev());
        boolean stamped = update.stamp().isPresent();
        if (stamped) {
            json.number("stamp", update.stamp().getAsLong());
        }
        if (!update.changes().isEmpty()) {
            json.objects("changes", update.changes(), stamped ? EntryJson::writeStamped : EntryJson::write);
        }
        if (!update.receipts().isEmpty()) {
            json.objects("receipts", update.receipts(), EntryJson::writeReceipt);
        }
        StoreCheckJson.write(json, update.storeCheck());
    }

    /**
     * The message in a frame.
     *
     * @throws MalformedException if it is of another kind, or its body is not that of a message
     */
    public static PeerMessage decode(Frame frame) throws MalformedException {
        Kind kind = frame.kind().messageKind();
        return JsonObject.read(frame.body(), "message", json -> new PeerMessage(frame.id(), update(frame, kind, json)));
    }

    private static Update update(Frame frame, Kind kind, JsonObject json) throws MalformedException {
        long store = json.number("store");
        long now = json.number("now");
        long prev = json.number("prev");
        Optional<Long> stamp = json.numberIfAny("stamp");
        OptionalLong stampForAll = stamp.isPresent() ? OptionalLong.of(stamp.get()) : OptionalLong.empty();
        List<Entry> changes = json.objects("changes", change -> EntryJson.read(change, stampForAll));
        List<Receipt> receipts = json.objects("receipts", EntryJson::readReceipt);
        StoreCheck storeCheck = StoreCheckJson.read(json);
        return new Update(frame.from(), frame.to(), kind, store, now, prev, stampForAll, changes, receipts, storeCheck);
    }

    /**
     * The question, answer or repair in a frame of such a kind.
     *
     * @throws MalformedException if its body is none
     */
    public static InquiryMessage decodeInquiry(Frame frame) throws MalformedException {
        return JsonObject.read(
                frame.body(), "inquiry", json -> new InquiryMessage(frame.id(), InquiryJson.read(frame, json)));
    }

    /** The frame that opens a link from the network between nodes. */
    public static Frame greeting(NodeId from, NodeId to, String secret) {
        return greeting(from, to, ANY_START, secret);
    }

    /** The start of its sender that a greeting names, if it names one. */
    public static OptionalLong start(Frame greeting) {
        return greeting.id() > 0 ? OptionalLong.of(greeting.id()) : OptionalLong.empty();
    }

    /** Returns whether who greets so takes messages that say something of the stores at both ends. */
    public static boolean isToldOfStores(Frame greeting) {
        return greeting.id() != FIRST_VERSION;
    }

    /**
     * The frame that opens a link.
     *
     * @param start the sender's start, as in {@link sosad.protocol.StoreCheck.Stage}; it stands where a message has its
     *     number, so that a receiver that does not know of it takes the greeting all the same
     */
    public static Frame greeting(NodeId from, NodeId to, long start, String secret) {
        return Frame.compose(
                FrameKind.GREETING, start, from, to, JsonText.of(secret, (json, text) -> json.text("secret", text)));
    }

    /** Returns whether {@code frame} is a greeting that proves {@code secret}; takes the same time whatever it says. */
    public static boolean proves(Frame frame, String secret) throws MalformedException {
        if (frame.kind() != FrameKind.GREETING) {
            throw new MalformedException("a link begins with a greeting, not with a frame of kind " + frame.kind());
        }
        return sameSecret(JsonObject.read(frame.body(), "greeting", json -> json.text("secret")), secret);
    }

    /** Compares secrets in a time that does not tell where they differ. */
    public static boolean sameSecret(String offered, String expected) {
        return MessageDigest.isEqual(
                offered.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}

package sosad.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import sosad.engine.EngineInput;
import sosad.model.Key;
import sosad.model.RefusedException;
import sosad.model.Value;
import sosad.wire.Frame;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/** Reads a block of inputs, from its beginning on. */
final class InputDecoder {
    private static final Form<EngineInput> FORM = new Forms().of(EngineInput.class);

    private final ByteReader in;
    private final List<String> clients = new ArrayList<>();
    private final RecentKeys keys = new RecentKeys();
    private long inputs;
    private long epochMillis;
    private long millis;
    private long number;
    private long lastSent;

    InputDecoder(byte[] block) throws MalformedException {
        in = new ByteReader(block);
        inputs = in.number();
        epochMillis = in.number();
    }

    boolean hasMore() {
        return in.hasMore();
    }

    /** Returns what comes next, which stays where it is. */
    Mark next() throws MalformedException {
        return Mark.of(in.peek());
    }

    /** Returns whether an input comes next that came in the middle of another. */
    boolean isNestedNext() {
        return in.peek() == Mark.NESTED.code();
    }

    /** How many inputs there were up to the one read last, and it included. */
    long inputs() {
        return inputs;
    }

    /** When the input read last came, in milliseconds since 1970. */
    long epochMillis() {
        return epochMillis;
    }

    /** The next input that is not in the middle of another. */
    EngineInput input() throws MalformedException {
        inputs++;
        Mark mark = mark();
        if (mark == Mark.TIME) {
            epochMillis += in.signed();
            mark = mark();
        }
        return input(mark);
    }

    /** The next input, which came in the middle of another. */
    EngineInput nested() throws MalformedException {
        mark();
        return input(mark());
    }

    private EngineInput input(Mark mark) throws MalformedException {
        try {
            return switch (mark) {
                case PUT -> put();
                case DELETE -> delete();
                case FRAME -> message(Frame.parse(in.array()));
                case OTHER -> EngineStates.one(FORM, in);
                default -> throw new MalformedException("no input begins with " + mark);
            };
        } catch (RefusedException e) {
            throw new MalformedException(e.getMessage(), e);
        }
    }

    private static EngineInput message(Frame frame) throws MalformedException {
        return frame.kind().isInquiry()
                ? new EngineInput.Hear(PeerCodec.decodeInquiry(frame))
                : new EngineInput.Receive(PeerCodec.decode(frame));
    }

    private EngineInput put() throws MalformedException {
        String client = client();
        Key key = key();
        return new EngineInput.Put(key, Value.ofUtf8(in.array()), client);
    }

    private EngineInput delete() throws MalformedException {
        String client = client();
        return new EngineInput.Delete(key(), client);
    }

    private Key key() throws MalformedException {
        long place = in.number();
        if (place == RecentKeys.UNKNOWN) {
            Key named = new Key(new String(in.array(), StandardCharsets.ISO_8859_1));
            keys.place(named);
            return named;
        }
        Key known = place < 0 || place > RecentKeys.UNKNOWN ? null : keys.at((int) place);
        if (known == null) {
            throw new MalformedException("key " + place + ", which the block has not named");
        }
        return known;
    }

    private String client() throws MalformedException {
        long place = in.number();
        if (place == clients.size()) {
            clients.add(in.text());
        }
        if (place < 0 || place >= clients.size()) {
            throw new MalformedException("client " + place + " of " + clients.size());
        }
        return clients.get((int) place);
    }

    /** Reads a mark; nothing may come between it and what it announces. */
    Mark mark() throws MalformedException {
        return Mark.of(in.octet());
    }

    /** The machine's clock, after its mark. */
    long readEpochMillis() throws MalformedException {
        epochMillis += in.signed();
        return epochMillis;
    }

    /** The clock of the timers, after its mark. */
    long readMillis() throws MalformedException {
        millis += in.signed();
        return millis;
    }

    /** The journal's number, after its mark. */
    long readNumber() throws MalformedException {
        number += in.signed();
        return number;
    }

    /** The number of a message sent, after its mark. */
    long readSent() throws MalformedException {
        lastSent += in.signed();
        return lastSent;
    }
}

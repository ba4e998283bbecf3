package sosad.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import sosad.engine.EngineInput;
import sosad.message.NodeMessage;
import sosad.model.Key;
import sosad.wire.Frame;
import sosad.wire.PeerCodec;

/**
 * Writes an engine's inputs and the answers of its surroundings into blocks, of which each can be read without those
 * before. To be used on the engine's thread alone; costs some hundred nanoseconds for each input.
 */
public final class InputEncoder {
    private final ByteWriter out;
    private Optional<Form<EngineInput>> form = Optional.empty();
    private final Map<String, Integer> clients = new HashMap<>();
    private final RecentKeys keys = new RecentKeys();
    private String lastClient = "";
    private int lastClientPlace;
    private long inputs;
    private long epochMillis;
    private long millis;
    private long number;
    private long lastSent;

    /** @param usualBytes how long a block usually becomes */
    public InputEncoder(int usualBytes) {
        out = new ByteWriter(usualBytes + usualBytes / 4);
    }

    /** How long the present block is, in bytes; 0: nothing is in it. */
    public int size() {
        return out.size();
    }

    /** How many inputs were written, in all blocks, those in the middle of others not counted. */
    public long inputs() {
        return inputs;
    }

    /** Begins to count anew; what is in the present block is forgotten. */
    public void restart() {
        out.clear();
        inputs = 0;
    }

    /** Ends the block; gives its bytes. */
    public byte[] takeBlock() {
        byte[] block = out.toArray();
        out.clear();
        return block;
    }

    /** The engine is given a client's write, whose time is what the machine's clock answers next. */
    public void write(EngineInput write, LongSupplier clock) {
        if (out.size() == 0) {
            beginBlock(clock.getAsLong());
        }
        inputs++;
        write(write);
    }

    /** The engine is given an input at this time. */
    public void input(EngineInput input, long now) {
        if (out.size() == 0) {
            beginBlock(now);
        }
        inputs++;
        if (now != epochMillis) {
            mark(Mark.TIME);
            out.signed(now - epochMillis);
            epochMillis = now;
        }
        write(input);
    }

    /** The engine is given a message that came in this frame. */
    public void input(Frame frame, long now) {
        if (out.size() == 0) {
            beginBlock(now);
        }
        inputs++;
        mark(Mark.TIME);
        out.signed(now - epochMillis);
        epochMillis = now;
        write(frame);
    }

    /** The engine is given an input while it takes another. */
    public void nested(EngineInput input) {
        mark(Mark.NESTED);
        write(input);
    }

    private void beginBlock(long now) {
        clients.clear();
        keys.clear();
        lastClient = "";
        out.number(inputs);
        out.number(now);
        epochMillis = now;
        millis = 0;
        number = 0;
        lastSent = 0;
    }

    private void write(EngineInput input) {
        if (input instanceof EngineInput.Put put) {
            mark(Mark.PUT);
            client(put.client());
            key(put.key());
            out.array(put.value().utf8());
        } else if (input instanceof EngineInput.Delete delete) {
            mark(Mark.DELETE);
            client(delete.client());
            key(delete.key());
        } else if (input instanceof EngineInput.Receive receive) {
            write(PeerCodec.encode(receive.message()));
        } else if (input instanceof EngineInput.Hear hear) {
            write(PeerCodec.encode(hear.message()));
        } else {
            mark(Mark.OTHER);
            form().write(input, out);
        }
    }

    /** Made when it is needed: most nodes never record. */
    private Form<EngineInput> form() {
        if (form.isEmpty()) {
            form = Optional.of(new Forms().of(EngineInput.class));
        }
        return form.get();
    }

    private void write(Frame frame) {
        mark(Mark.FRAME);
        out.array(frame.bytes());
    }

    private void key(Key key) {
        int place = keys.place(key);
        out.number(place);
        if (place == RecentKeys.UNKNOWN) {
            out.ascii(key.text());
        }
    }

    /** Most clients write several times in a row. */
    @SuppressWarnings("ReferenceEquality")
    private void client(String client) {
        if (client != lastClient) {
            Integer known = clients.get(client);
            if (known == null) {
                out.number(clients.size());
                clients.put(client, clients.size());
                out.text(client);
                return;
            }
            lastClient = client;
            lastClientPlace = known;
        }
        out.number(lastClientPlace);
    }

    /** The machine's clock has answered this. */
    public void epochMillis(long answer) {
        mark(Mark.EPOCH_MILLIS);
        out.signed(answer - epochMillis);
        epochMillis = answer;
    }

    /** The clock of the timers has answered this. */
    public void millis(long answer) {
        mark(Mark.MILLIS);
        out.signed(answer - millis);
        millis = answer;
    }

    /** The link to a peer has room, or not. */
    public void hasRoom(boolean answer) {
        mark(answer ? Mark.ROOM : Mark.NO_ROOM);
    }

    /** The journal's number is this. */
    public void number(long answer) {
        mark(Mark.NUMBER);
        out.signed(answer - number);
        number = answer;
    }

    /** Everything in the journal may be revealed, or not. */
    public void isDurable(boolean answer) {
        mark(answer ? Mark.DURABLE : Mark.NOT_DURABLE);
    }

    /** The engine has sent this message. */
    public void sent(NodeMessage message) {
        mark(Mark.SENT);
        out.signed(message.id() - lastSent);
        lastSent = message.id();
    }

    private void mark(Mark mark) {
        out.octet(mark.code());
    }
}

package sosad.record;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import sosad.engine.EngineInput;
import sosad.engine.EngineSnapshot;
import sosad.wire.MalformedException;

/** The bytes of an engine's state. Equal states have equal bytes. To be used by one thread alone. */
public final class EngineStates {
    private static final int USUAL_BYTES = 4_096;

    private final Form<EngineSnapshot> form = new Forms().of(EngineSnapshot.class);

    /** The state as bytes. Costs O(n). */
    public byte[] encode(EngineSnapshot state) {
        ByteWriter out = new ByteWriter(USUAL_BYTES);
        form.write(state, out);
        return out.toArray();
    }

    /** @throws MalformedException if the bytes are no state */
    public EngineSnapshot decode(byte[] bytes) throws MalformedException {
        return whole(form, new ByteReader(bytes));
    }

    /** A number that differs between versions of the program whose states or inputs have other parts. */
    public static int shape() {
        Forms forms = new Forms();
        String shape = forms.of(EngineSnapshot.class).shape()
                + forms.of(EngineInput.class).shape();
        CRC32C crc = new CRC32C();
        crc.update(shape.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    /** The only value that the bytes hold. */
    static <T> T whole(Form<T> form, ByteReader in) throws MalformedException {
        T value = one(form, in);
        if (in.hasMore()) {
            throw new MalformedException("more bytes than it takes");
        }
        return value;
    }

    /** The next value; nothing that it says of itself can be wrong in another way than this. */
    static <T> T one(Form<T> form, ByteReader in) throws MalformedException {
        try {
            return form.read(in);
        } catch (RuntimeException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), e);
        }
    }
}

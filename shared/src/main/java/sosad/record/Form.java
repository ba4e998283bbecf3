package sosad.record;

import sosad.wire.MalformedException;

/** The bytes of one type of values. */
interface Form<T> {
    void write(T value, ByteWriter out);

    /** @throws MalformedException if the bytes are no such value */
    T read(ByteReader in) throws MalformedException;

    /** A description of the type that differs from those of all types with other bytes. */
    String shape();
}

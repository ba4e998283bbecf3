package sosad.record;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import sosad.model.Value;
import sosad.wire.MalformedException;

/**
 * The forms of all types that states are made of, made from the types themselves: records by their components, sealed
 * families by the place of the class in its family, collections element by element.
 */
final class Forms {
    private final Map<Type, Form<?>> made = new HashMap<>();

    /** Returns the form of a class. */
    @SuppressWarnings("unchecked")
    <T> Form<T> of(Class<T> type) {
        return (Form<T>) form(type);
    }

    Form<?> form(Type type) {
        Form<?> known = made.get(type);
        if (known == null) {
            known = make(type);
            made.put(type, known);
        }
        return known;
    }

    private Form<?> make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return collection((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return new RecordForm<>(plain, this);
        }
        if (plain.isSealed()) {
            return new FamilyForm<>(plain, this);
        }
        return scalar(plain);
    }

    private static Form<?> scalar(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return new Scalar<>("long", (Long value, ByteWriter out) -> out.signed(value), ByteReader::signed);
        }
        if (type == int.class || type == Integer.class) {
            return new Scalar<>("int", (Integer value, ByteWriter out) -> out.signed(value), in -> (int) in.signed());
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Scalar<>(
                    "boolean", (Boolean value, ByteWriter out) -> out.octet(value ? 1 : 0), in -> in.octet() != 0);
        }
        if (type == String.class) {
            return new Scalar<>("text", (String value, ByteWriter out) -> out.text(value), ByteReader::text);
        }
        if (type == Value.class) {
            return new Scalar<>(
                    "value", (Value value, ByteWriter out) -> out.array(value.utf8()), in -> Value.ofUtf8(in.array()));
        }
        if (type == OptionalLong.class) {
            return new Scalar<>("long?", Forms::writeIfAny, Forms::readIfAny);
        }
        if (type.isEnum()) {
            return constants(type);
        }
        throw new IllegalArgumentException("no form for " + type);
    }

    private static void writeIfAny(OptionalLong value, ByteWriter out) {
        out.octet(value.isPresent() ? 1 : 0);
        value.ifPresent(out::signed);
    }

    private static OptionalLong readIfAny(ByteReader in) throws MalformedException {
        return in.octet() == 0 ? OptionalLong.empty() : OptionalLong.of(in.signed());
    }

    @SuppressWarnings("EnumOrdinal") // another order gives another shape
    private static Form<?> constants(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return new Scalar<>(
                type.getSimpleName() + List.of(constants),
                (Enum<?> value, ByteWriter out) -> out.octet(value.ordinal()),
                in -> (Enum<?>) chosen(constants, in.octet()));
    }

    static Object chosen(Object[] from, int place) throws MalformedException {
        if (place >= from.length) {
            throw new MalformedException("the choice " + place + " of " + from.length);
        }
        return from[place];
    }

    @SuppressWarnings("unchecked")
    private Form<?> collection(Class<?> raw, Type[] arguments) {
        Form<Object> first = (Form<Object>) form(arguments[0]);
        if (raw == List.class) {
            return new Scalar<>(
                    "[" + first.shape() + "]",
                    (List<?> list, ByteWriter out) -> {
                        out.number(list.size());
                        list.forEach(each -> first.write(each, out));
                    },
                    in -> list(first, in));
        }
        if (raw == Optional.class) {
            return new Scalar<>(
                    first.shape() + "?",
                    (Optional<?> value, ByteWriter out) -> {
                        out.octet(value.isPresent() ? 1 : 0);
                        value.ifPresent(there -> first.write(there, out));
                    },
                    in -> in.octet() == 0 ? Optional.empty() : Optional.of(first.read(in)));
        }
        if (raw == SortedMap.class) {
            Form<Object> second = (Form<Object>) form(arguments[1]);
            return new Scalar<>(
                    "{" + first.shape() + ":" + second.shape() + "}",
                    (SortedMap<?, ?> map, ByteWriter out) -> {
                        out.number(map.size());
                        map.forEach((key, value) -> {
                            first.write(key, out);
                            second.write(value, out);
                        });
                    },
                    in -> map(first, second, in));
        }
        throw new IllegalArgumentException("no form for " + raw);
    }

    private static List<?> list(Form<Object> element, ByteReader in) throws MalformedException {
        int count = in.count();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(element.read(in));
        }
        return list;
    }

    private static SortedMap<?, ?> map(Form<Object> key, Form<Object> value, ByteReader in) throws MalformedException {
        int count = in.count();
        SortedMap<Object, Object> map = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Object under = key.read(in);
            map.put(under, value.read(in));
        }
        return map;
    }

    /** A form made of two functions. */
    private record Scalar<T>(String shape, Writing<T> writing, Reading<T> reading) implements Form<T> {
        @Override
        public void write(T value, ByteWriter out) {
            writing.write(value, out);
        }

        @Override
        public T read(ByteReader in) throws MalformedException {
            return reading.read(in);
        }
    }

    private interface Writing<T> {
        void write(T value, ByteWriter out);
    }

    private interface Reading<T> {
        T read(ByteReader in) throws MalformedException;
    }
}

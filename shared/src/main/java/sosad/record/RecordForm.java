package sosad.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sosad.wire.MalformedException;

/** The bytes of a record: those of its components, in order. */
final class RecordForm<T> implements Form<T> {
    private final Method[] accessors;
    private final Form<Object>[] forms;
    private final Constructor<T> constructor;
    private final String shape;

    @SuppressWarnings("unchecked")
    RecordForm(Class<T> type, Forms all) {
        RecordComponent[] components = type.getRecordComponents();
        accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        forms = Arrays.stream(components)
                .map(component -> (Form<Object>) all.form(component.getGenericType()))
                .toArray(Form[]::new);
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e); // a record has one
        }
        // Some parts of a state are known to their own package alone.
        Arrays.stream(accessors).forEach(accessor -> accessor.setAccessible(true));
        constructor.setAccessible(true);
        shape = IntStream.range(0, forms.length)
                .mapToObj(i -> components[i].getName() + " " + forms[i].shape())
                .collect(Collectors.joining(", ", type.getSimpleName() + "(", ")"));
    }

    @Override
    public String shape() {
        return shape;
    }

    @Override
    public void write(T value, ByteWriter out) {
        for (int i = 0; i < accessors.length; i++) {
            try {
                forms[i].write(accessors[i].invoke(value), out);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(shape, e); // an accessor gives what is there
            }
        }
    }

    @Override
    public T read(ByteReader in) throws MalformedException {
        Object[] parts = new Object[forms.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = forms[i].read(in);
        }
        try {
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            throw new MalformedException(String.valueOf(e.getCause().getMessage()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(shape, e);
        }
    }
}

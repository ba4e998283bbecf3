package sosad.record;

import java.util.Arrays;
import java.util.stream.Collectors;
import sosad.wire.MalformedException;

/** The bytes of a member of a sealed family: which one it is, then its own. */
final class FamilyForm<T> implements Form<T> {
    private final Class<?>[] members;
    private final Form<Object>[] forms;

    @SuppressWarnings("unchecked")
    FamilyForm(Class<T> family, Forms all) {
        members = family.getPermittedSubclasses();
        forms = Arrays.stream(members).map(all::form).toArray(Form[]::new);
    }

    @Override
    public String shape() {
        return Arrays.stream(forms).map(Form::shape).collect(Collectors.joining(" | ", "(", ")"));
    }

    @Override
    public void write(T value, ByteWriter out) {
        for (int i = 0; i < members.length; i++) {
            if (members[i].isInstance(value)) {
                out.octet(i);
                forms[i].write(value, out);
                return;
            }
        }
        throw new IllegalArgumentException("none of the family: " + value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T read(ByteReader in) throws MalformedException {
        return (T) ((Form<Object>) Forms.chosen(forms, in.octet())).read(in);
    }
}

package sosad.app.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A mapping in one line of YAML, as in {@code {at: A, key: waffle}}. */
public final class FlowMap {
    private final List<String> fields = new ArrayList<>();

    /** A field with a text, or with what is shown as one. */
    public FlowMap with(String name, Object text) {
        return raw(name, YamlText.inFlow(text.toString()));
    }

    public FlowMap with(String name, long number) {
        return raw(name, Long.toString(number));
    }

    /** A field with a list, in the order given. */
    public FlowMap withList(String name, Collection<?> items) {
        return raw(name, list(items));
    }

    /** A field with a list, if there is one. */
    public FlowMap withList(String name, Optional<? extends Collection<?>> items) {
        items.ifPresent(present -> withList(name, present));
        return this;
    }

    /** A field with a list in order, unless it is empty. */
    public FlowMap withAny(String name, Collection<? extends Comparable<?>> items) {
        return items.isEmpty() ? this : withList(name, items.stream().sorted().toList());
    }

    /** A field with something that is YAML already. */
    public FlowMap raw(String name, String yaml) {
        fields.add(name + ": " + yaml);
        return this;
    }

    public static String list(Collection<?> items) {
        return items.stream().map(item -> YamlText.inFlow(item.toString())).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String toString() {
        return "{" + String.join(", ", fields) + "}";
    }
}

package sosad.app.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** The fields of a mapping in a YAML file: all known, none twice. */
public final class YamlFields {
    private final YamlValue owner;
    private final List<String> allowed;
    private final Map<String, YamlValue> keys = new LinkedHashMap<>();
    private final Map<String, YamlValue> values = new LinkedHashMap<>();

    private YamlFields(YamlValue owner, List<String> allowed) {
        this.owner = owner;
        this.allowed = allowed;
    }

    static YamlFields read(String file, YamlValue owner, MappingNode mapping, List<String> allowed) {
        YamlFields fields = new YamlFields(owner, allowed);
        for (NodeTuple tuple : mapping.getValue()) {
            YamlValue key = new YamlValue(file, "a field's name", tuple.getKeyNode());
            String name = key.text();
            fields.check(name, key);
            fields.keys.put(name, key);
            fields.values.put(name, new YamlValue(file, name, tuple.getValueNode()));
        }
        return fields;
    }

    private void check(String name, YamlValue key) {
        if (!allowed.contains(name)) {
            throw key.error("unknown field %s in %s; %s"
                    .formatted(Quoted.of(name), owner.name(), NearestWord.hint(name, allowed)));
        }
        if (keys.containsKey(name)) {
            throw key.error("\"%s\" stands twice in %s; keep one".formatted(name, owner.name()));
        }
    }

    /** The names of the fields that are there, in the order of the file. */
    public List<String> names() {
        return new ArrayList<>(keys.keySet());
    }

    public boolean has(String name) {
        return keys.containsKey(name);
    }

    public Optional<YamlValue> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns the constant that a field names; {@code usual} without the field. */
    public <E extends Enum<E>> E word(String name, E usual) {
        return optional(name)
                .map(field -> field.word(usual.getDeclaringClass()))
                .orElse(usual);
    }

    /** Returns the number of a field; {@code usual} without the field. */
    public long number(String name, long least, long most, long usual) {
        return optional(name).map(field -> field.number(least, most)).orElse(usual);
    }

    /** The field, which must be there. */
    public YamlValue required(String name) {
        return optional(name).orElseThrow(() -> owner.error("%s has no \"%s\"; add it".formatted(owner.name(), name)));
    }

    /** An error at the name of a field that is there. */
    public YamlFileException errorAt(String name, String problem) {
        return keys.get(name).error(problem);
    }

    /** Refuses every field outside {@code form}, the fields that go together. */
    public void only(List<String> form) {
        for (String name : keys.keySet()) {
            if (!form.contains(name)) {
                throw errorAt(
                        name,
                        "\"%s\" does not go with the other fields of %s; write %s alone"
                                .formatted(name, owner.name(), String.join(", ", form)));
            }
        }
    }
}

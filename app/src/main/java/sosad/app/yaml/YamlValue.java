package sosad.app.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import sosad.protocol.EnumNames;

/** A value in a YAML file: knows where it stands and what it is called, and is read as the type that is needed. */
public final class YamlValue {
    private final String file;
    private final String name;
    private final Node node;

    /** @param name what the value is called in an error message, such as {@code key} */
    YamlValue(String file, String name, Node node) {
        this.file = file;
        this.name = name;
        this.node = node;
    }

    public String name() {
        return name;
    }

    /** The line in which it begins, from 1. */
    public int line() {
        return Place.of(file, node.getStartMark()).line();
    }

    /** An error at this value. */
    public YamlFileException error(String problem) {
        return Place.of(file, node.getStartMark()).error(problem);
    }

    /** Returns whether nothing was written, or {@code null} or {@code ~}. */
    public boolean isNull() {
        return isPlain("") || isNullWord();
    }

    /** Returns whether {@code null} or {@code ~} was written. */
    public boolean isNullWord() {
        return isPlain("null") || isPlain("~");
    }

    /** Returns whether it is a single word or text, quoted or not. */
    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** Returns whether it has fields, the first of which is called {@code field}. */
    public boolean begins(String field) {
        return node instanceof MappingNode mapping
                && !mapping.getValue().isEmpty()
                && mapping.getValue().get(0).getKeyNode() instanceof ScalarNode key
                && key.getValue().equals(field);
    }

    /** Returns whether it is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    private boolean isPlain(String word) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().equals(word);
    }

    /** The text as it was written: {@code 31}, {@code yes} and {@code 1e3} are texts like any other. */
    public String text() {
        if (isNullWord()) {
            throw error("%s is null where a text is needed; put it in quotes if it is that word".formatted(name));
        }
        if (isNull()) {
            throw error("%s is empty; write \"\" if it is an empty text".formatted(name));
        }
        if (node instanceof ScalarNode scalar) {
            return wellFormed(scalar.getValue());
        }
        throw error("%s is %s where a text is needed; put it in quotes if it is one".formatted(name, shape()));
    }

    private String wellFormed(String text) {
        if (text.codePoints().anyMatch(code -> Character.getType(code) == Character.SURROGATE)) {
            throw error("%s has half a surrogate pair; write the whole character".formatted(name));
        }
        return text;
    }

    /** A whole number between two bounds, both included. */
    public long number(long least, long most) {
        String text = text();
        try {
            return WholeNumber.parse(name, text, least, most);
        } catch (IllegalArgumentException e) {
            throw error(e.getMessage());
        }
    }

    public boolean truth() {
        return word(List.of("true", "false")).equals("true");
    }

    /** One of a switch's words. */
    public <E extends Enum<E>> E word(Class<E> type) {
        return EnumNames.parse(type, word(EnumNames.all(type))).orElseThrow();
    }

    /** One of these words. */
    public String word(List<String> words) {
        String word = text();
        if (!words.contains(word)) {
            throw error("unknown %s %s; %s".formatted(name, Quoted.of(word), NearestWord.hint(word, words)));
        }
        return word;
    }

    /** The items of a list, each called {@code itemName}, read one by one in order. */
    public <T> List<T> list(String itemName, Function<YamlValue, T> read) {
        if (!(node instanceof SequenceNode sequence)) {
            String remedy = isScalar() && !isNull() ? "write [%s]".formatted(text()) : "write [first, second]";
            throw error("%s is %s where a list is needed; %s".formatted(name, shape(), remedy));
        }
        List<T> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(read.apply(new YamlValue(file, itemName, item)));
        }
        return items;
    }

    /** A list as above in which nothing may stand twice. */
    public <T> List<T> distinct(String itemName, Function<YamlValue, T> read) {
        List<T> seen = new ArrayList<>();
        Set<T> known = new HashSet<>();
        list(itemName, item -> {
            T value = read.apply(item);
            if (!known.add(value)) {
                throw item.error("%s stands twice in %s; keep one".formatted(Quoted.of(value.toString()), name));
            }
            return seen.add(value);
        });
        return seen;
    }

    /** Returns the names of its fields, as they stand there; none if it is no mapping. */
    public List<String> fieldNames() {
        if (!(node instanceof MappingNode mapping)) {
            return List.of();
        }
        return mapping.getValue().stream()
                .map(NodeTuple::getKeyNode)
                .filter(ScalarNode.class::isInstance)
                .map(key -> ((ScalarNode) key).getValue())
                .toList();
    }

    /** The fields of a mapping, of which only those named {@code allowed} may be there. */
    public YamlFields fields(List<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            throw error("%s is %s where fields are needed; write {%s: ...}".formatted(name, shape(), allowed.get(0)));
        }
        return YamlFields.read(file, this, mapping, allowed);
    }

    /**
     * The value of a mapping's one field.
     *
     * @param what what the field is, such as {@code action}
     * @param allowed the names it may have
     * @param example how it is written, for an error message
     */
    public YamlValue single(String what, Collection<String> allowed, String example) {
        if (!(node instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
            throw error("%s is %s; write it as in \"%s\"".formatted(name, shape(), example));
        }
        NodeTuple first = mapping.getValue().get(0);
        YamlValue key = new YamlValue(file, what, first.getKeyNode());
        String word = key.text();
        if (!allowed.contains(word)) {
            throw key.error("unknown %s %s; %s".formatted(what, Quoted.of(word), NearestWord.hint(word, allowed)));
        }
        if (mapping.getValue().size() > 1) {
            YamlValue second =
                    new YamlValue(file, what, mapping.getValue().get(1).getKeyNode());
            throw second.error("%s stands beside \"%s\"; give each %s its own dash and indent its fields below it"
                    .formatted(Quoted.of(second.text()), word, what));
        }
        return new YamlValue(file, word, first.getValueNode());
    }

    private String shape() {
        if (isNull()) {
            return "empty";
        }
        return isScalar() ? "a text" : node instanceof SequenceNode ? "a list" : "a group of fields";
    }
}

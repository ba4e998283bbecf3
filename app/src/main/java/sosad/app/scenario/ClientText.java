package sosad.app.scenario;

import java.util.List;
import java.util.function.Function;
import sosad.app.yaml.YamlValue;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.model.RefusedException;
import sosad.model.Value;

/** Reads the keys and values of clients, which must keep within the limits that every node has by default. */
final class ClientText {
    private ClientText() {}

    static Key key(YamlValue field) {
        return checked(field, Limits.DEFAULT::key);
    }

    static Value value(YamlValue field) {
        return checked(field, Limits.DEFAULT::value);
    }

    /** Keys, none of them twice. */
    static List<Key> keys(YamlValue field) {
        return field.distinct("a key of " + field.name(), ClientText::key);
    }

    private static <T> T checked(YamlValue field, Function<String, T> rule) {
        String text = field.text();
        try {
            return rule.apply(text);
        } catch (RefusedException e) {
            throw field.error("%s is refused by every node: %s".formatted(field.name(), e.getMessage()));
        }
    }
}

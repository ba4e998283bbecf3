package sosad.app.viewmodel.compare;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import sosad.app.compare.CompareSettings;
import sosad.app.compare.ComparedRules;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.sweep.SeedRange;
import sosad.app.yaml.YamlFileException;
import sosad.message.Launch.StoreKind;

/** The form of the view Compare: what is typed is checked as it is typed. */
public final class CompareForm {
    /** No plan of faults. */
    public static final String NO_PLAN = "none";

    private static final double PERCENT = 100;

    private final StringProperty nodes = field(CompareSettings.USUAL.nodes());
    private final StringProperty keys = field(CompareSettings.USUAL.keys());
    private final StringProperty writesPerSecond = field(CompareSettings.USUAL.writesPerSecond());
    private final StringProperty seconds =
            field(CompareSettings.USUAL.duration().toSeconds());
    private final StringProperty lossPercent = field(Math.round(PERCENT * CompareSettings.USUAL.loss()));
    private final StringProperty seed = field(7);
    private final ObjectProperty<String> plan = new SimpleObjectProperty<>(NO_PLAN);
    private final ObjectProperty<StoreKind> store = new SimpleObjectProperty<>(CompareSettings.USUAL.store());
    private final Map<ComparedRules, BooleanProperty> rules = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<Request> request = Optional.empty();

    /** What the form asks for. */
    record Request(CompareSettings settings, List<ComparedRules> rules, long seed) {}

    /** A form with the usual values, all rules chosen. */
    public CompareForm() {
        ComparedRules.USUAL.forEach(rule -> rules.put(rule, new SimpleBooleanProperty(true)));
        List<ObservableValue<?>> fields =
                new ArrayList<>(List.of(nodes, keys, writesPerSecond, seconds, lossPercent, seed, plan, store));
        fields.addAll(rules.values());
        fields.forEach(field -> field.addListener((property, old, now) -> check()));
        check();
    }

    private static StringProperty field(long value) {
        return new SimpleStringProperty(Long.toString(value));
    }

    private void check() {
        try {
            request = Optional.of(read());
            problem.set("");
        } catch (YamlFileException e) {
            request = Optional.empty();
            problem.set(e.problem());
        } catch (IllegalArgumentException e) {
            request = Optional.empty();
            problem.set(e.getMessage());
        }
    }

    private Request read() {
        List<ComparedRules> chosen = rules.entrySet().stream()
                .filter(rule -> rule.getValue().get())
                .map(Map.Entry::getKey)
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("choose at least one rule");
        }
        CompareSettings settings = new CompareSettings(
                (int) number("nodes", nodes),
                (int) number("keys", keys),
                (int) number("writes per second", writesPerSecond),
                Duration.ofMillis(Math.round(1_000 * decimal("seconds", seconds))),
                decimal("loss", lossPercent) / PERCENT,
                Optional.empty(),
                store.get());
        long single = number("seed", seed);
        SeedRange range = new SeedRange(single, single);
        return new Request(
                plan.get().equals(NO_PLAN)
                        ? settings
                        : settings.with(BundledPlans.load(plan.get(), CompareSettings.members(settings.nodes()))),
                chosen,
                range.first());
    }

    private static long number(String name, StringProperty field) {
        String text = field.get().strip();
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new IllegalArgumentException(format("%s: \"%s\" is no whole number", name, text));
        }
        return Long.parseLong(text);
    }

    private static double decimal(String name, StringProperty field) {
        String text = field.get().strip();
        if (!text.matches("[0-9]{1,6}([.][0-9]{1,6})?")) {
            throw new IllegalArgumentException(format("%s: \"%s\" is no number", name, text));
        }
        return Double.parseDouble(text);
    }

    Optional<Request> request() {
        return request;
    }

    /** The plans that can be chosen. */
    public static List<String> plans() {
        List<String> plans = new ArrayList<>(List.of(NO_PLAN));
        plans.addAll(BundledPlans.names());
        return plans;
    }

    public StringProperty nodesProperty() {
        return nodes;
    }

    public StringProperty keysProperty() {
        return keys;
    }

    public StringProperty writesPerSecondProperty() {
        return writesPerSecond;
    }

    /** For how long clients write, in seconds of simulated time. */
    public StringProperty secondsProperty() {
        return seconds;
    }

    /** The share of messages that are lost, in percent. */
    public StringProperty lossPercentProperty() {
        return lossPercent;
    }

    public StringProperty seedProperty() {
        return seed;
    }

    /** The name of a bundled plan, or {@link #NO_PLAN}. */
    public ObjectProperty<String> planProperty() {
        return plan;
    }

    public ObjectProperty<StoreKind> storeProperty() {
        return store;
    }

    /** The rules, and whether each is chosen. */
    public Map<ComparedRules, BooleanProperty> rules() {
        return rules;
    }

    /** Returns why nothing like this can be compared; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}

package sosad.app.viewmodel.checks;

import static sosad.model.PlainFormat.format;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import sosad.app.check.CheckSettings;
import sosad.app.check.ClusterSettings;
import sosad.app.check.suite.SystemSource;
import sosad.app.scenario.ClusterPlan;
import sosad.message.Launch.StoreKind;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules.Content;

/** The form for what is checked, for how long and by which seed. */
public final class TargetViewModel {
    /** How long all checks together may be told to take. */
    public static final List<Duration> DURATIONS = List.of(
            Duration.ofSeconds(30), Duration.ofMinutes(1), CheckSettings.USUAL_DURATION, Duration.ofMinutes(10));

    /** Where the system comes from. */
    public enum Kind {
        FRESH("A fresh cluster"),
        STAGE("The cluster on stage"),
        FOREIGN("Other servers of the Redis protocol");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns it in words. */
        public String words() {
            return words;
        }
    }

    /**
     * What was chosen.
     *
     * @param source where the system comes from
     * @param settings the seed and the time
     */
    public record Choice(SystemSource source, CheckSettings settings) {
        /** Returns whether results of both can stand side by side: the same system, the same seed, the same time. */
        public boolean isLike(Choice other) {
            return settings.equals(other.settings)
                    && source.options().equals(other.source.options())
                    && source.words().equals(other.source.words());
        }
    }

    private final CheckTargets targets;
    private final ObservableBooleanValue live;
    private final Supplier<ClusterPlan> stage;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.FRESH);
    private final ObjectProperty<Integer> nodes = new SimpleObjectProperty<>(ClusterSettings.USUAL.nodes());
    private final ObjectProperty<Integer> gateways = new SimpleObjectProperty<>(ClusterSettings.USUAL.gateways());
    private final ObjectProperty<Content> content = new SimpleObjectProperty<>(ClusterSettings.USUAL.content());
    private final ObjectProperty<StoreKind> store = new SimpleObjectProperty<>(ClusterSettings.USUAL.store());
    private final StringProperty addresses = new SimpleStringProperty("");
    private final StringProperty passwordFile = new SimpleStringProperty("");
    private final StringProperty seed = new SimpleStringProperty(Long.toString(CheckSettings.USUAL.seed()));
    private final ObjectProperty<Duration> duration = new SimpleObjectProperty<>(CheckSettings.USUAL_DURATION);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    /**
     * @param live whether the cluster on stage runs by its own clocks
     * @param stage what that cluster was started as; asked while it is live
     */
    public TargetViewModel(CheckTargets targets, ObservableBooleanValue live, Supplier<ClusterPlan> stage) {
        this.targets = targets;
        this.stage = stage;
        this.live = live;
        List<ObservableValue<?>> fields =
                List.of(kind, nodes, gateways, content, store, addresses, passwordFile, seed, duration);
        fields.forEach(field -> field.addListener((property, old, now) -> look()));
        live.addListener((property, old, now) -> look());
        look();
    }

    private void look() {
        words.set(describe());
        try {
            seed();
            if (kind.get() == Kind.STAGE && !live.get()) {
                problem.set("The cluster on stage stands still. Checks need one that runs by its own clocks.");
            } else if (kind.get() == Kind.FOREIGN && addresses.get().isBlank()) {
                problem.set("Which servers? HOST:PORT, several with commas between them.");
            } else {
                problem.set("");
            }
        } catch (IllegalArgumentException e) {
            problem.set(e.getMessage());
        }
    }

    private String describe() {
        return switch (kind.get()) {
            case FRESH -> format("a fresh cluster of %d, %s", nodes.get(), EnumNames.of(content.get()));
            case STAGE -> "the cluster on stage";
            case FOREIGN ->
                addresses.get().isBlank() ? "other servers" : addresses.get().strip();
        };
    }

    private long seed() {
        try {
            return Long.parseLong(seed.get().strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The seed is a whole number; every chance follows from it.", e);
        }
    }

    /**
     * Returns what is chosen.
     *
     * @throws IllegalArgumentException if it cannot be checked, saying why
     */
    Choice choose() {
        if (!problem.get().isEmpty()) {
            throw new IllegalArgumentException(problem.get());
        }
        CheckSettings settings = new CheckSettings(seed(), duration.get());
        return new Choice(source(settings.seed()), settings);
    }

    private SystemSource source(long chosenSeed) {
        return switch (kind.get()) {
            case FRESH ->
                targets.fresh(new ClusterSettings(nodes.get(), gateways.get(), store.get(), content.get()), chosenSeed);
            case STAGE -> targets.onStage(stage.get());
            case FOREIGN ->
                targets.foreign(
                        addresses.get().strip(),
                        Optional.of(passwordFile.get().strip())
                                .filter(file -> !file.isEmpty())
                                .map(Path::of));
        };
    }

    /** The numbers of nodes that are offered. */
    public static List<Integer> nodeCounts() {
        return IntStream.rangeClosed(1, 9).boxed().toList();
    }

    /** The numbers of gateways that are offered. */
    public static List<Integer> gatewayCounts() {
        return IntStream.rangeClosed(0, ClusterSettings.MAX_GATEWAYS).boxed().toList();
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public ObjectProperty<Integer> nodesProperty() {
        return nodes;
    }

    public ObjectProperty<Integer> gatewaysProperty() {
        return gateways;
    }

    public ObjectProperty<Content> contentProperty() {
        return content;
    }

    public ObjectProperty<StoreKind> storeProperty() {
        return store;
    }

    /** The addresses of other servers, as {@code --against} takes them. */
    public StringProperty addressesProperty() {
        return addresses;
    }

    /** The path of the file with their password; empty: they want none. */
    public StringProperty passwordFileProperty() {
        return passwordFile;
    }

    public StringProperty seedProperty() {
        return seed;
    }

    /** How long all checks together are to take. */
    public ObjectProperty<Duration> durationProperty() {
        return duration;
    }

    /** Returns whether the cluster on stage runs by its own clocks. */
    public ObservableBooleanValue live() {
        return live;
    }

    /** Returns what is wrong with what is chosen, and what to do; empty if nothing is known to be. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns what is chosen in a few words, such as {@code a fresh cluster of 3, per-key}. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}

package sosad.app.viewmodel.lesson;

import static sosad.model.PlainFormat.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.yaml.FlowMap;
import sosad.app.yaml.YamlFileException;
import sosad.app.yaml.YamlText;
import sosad.message.Launch.StoreKind;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/**
 * The form for a cluster of one's own: it makes a scenario without steps, in which everything is done by hand. What is
 * typed is read as the text of a scenario file is, so it is refused for the same reasons and in the same words.
 */
public final class NewClusterViewModel {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final String ABOUT =
            "Everything here is done by hand: write with the **Client**, push and sync from a node's menu, and see what arrives where.";

    private final LabViewModel lab;
    private final StringProperty title = new SimpleStringProperty("My cluster");
    private final StringProperty nodes = new SimpleStringProperty("A B C");
    private final ObjectProperty<Integer> gateways = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Content> content = new SimpleObjectProperty<>(Content.REMOTE_NOW);
    private final ObjectProperty<Timestamps> timestamps = new SimpleObjectProperty<>(Timestamps.PER_KEY);
    private final ObjectProperty<Schedule> schedule = new SimpleObjectProperty<>(Schedule.TOGETHER);
    private final ObjectProperty<StoreKind> store = new SimpleObjectProperty<>(StoreKind.MEMORY);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<Scenario> scenario = Optional.empty();

    public NewClusterViewModel(LabViewModel lab) {
        this.lab = lab;
        for (ObservableValue<?> field : List.of(title, nodes, gateways, content, timestamps, schedule, store)) {
            field.addListener((property, old, now) -> check());
        }
        check();
    }

    private void check() {
        try {
            scenario = Optional.of(ScenarioReader.read("new cluster", yaml()));
            problem.set("");
        } catch (YamlFileException e) {
            scenario = Optional.empty();
            problem.set(e.problem());
        }
    }

    private String yaml() {
        return format(
                """
                scenario: %s
                about: %s
                cluster:
                  nodes: %s
                  gateways: %d
                  content: %s
                  timestamps: %s
                  schedule: %s
                  store: %s
                steps: []
                """,
                YamlText.inFlow(title.get().strip()),
                YamlText.inFlow(ABOUT),
                FlowMap.list(names()),
                gateways.get(),
                EnumNames.of(content.get()),
                EnumNames.of(timestamps.get()),
                EnumNames.of(schedule.get()),
                EnumNames.of(store.get()));
    }

    private List<String> names() {
        return Arrays.stream(BETWEEN.split(nodes.get()))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Adds a node, with the first letter that is no node's name. */
    public void addNode() {
        List<String> names = names();
        IntStream.rangeClosed('A', 'Z')
                .mapToObj(letter -> String.valueOf((char) letter))
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> nodes.set(String.join(" ", names) + (names.isEmpty() ? "" : " ") + name));
    }

    /** Takes the last node away. */
    public void removeNode() {
        List<String> names = names();
        nodes.set(names.stream().limit(Math.max(0, names.size() - 1)).collect(Collectors.joining(" ")));
    }

    /** Starts the cluster, if nothing is wrong. Returns whether it does. */
    public boolean begin() {
        Optional<CompletionStage<Void>> opened = scenario.map(next -> lab.leave(() -> lab.open(next)));
        return opened.isPresent();
    }

    /** The numbers of gateways that there can be. */
    public static List<Integer> gatewayCounts() {
        return IntStream.rangeClosed(0, ClusterPlan.MAX_GATEWAYS).boxed().toList();
    }

    public StringProperty titleProperty() {
        return title;
    }

    /** The nodes' names, with blanks or commas between them. */
    public StringProperty nodesProperty() {
        return nodes;
    }

    public ObjectProperty<Integer> gatewaysProperty() {
        return gateways;
    }

    public ObjectProperty<Content> contentProperty() {
        return content;
    }

    public ObjectProperty<Timestamps> timestampsProperty() {
        return timestamps;
    }

    public ObjectProperty<Schedule> scheduleProperty() {
        return schedule;
    }

    public ObjectProperty<StoreKind> storeProperty() {
        return store;
    }

    /** Returns why no such cluster can be started; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}

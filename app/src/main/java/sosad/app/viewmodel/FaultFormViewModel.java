package sosad.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sosad.app.fault.Fault;
import sosad.app.fault.plan.FaultLine;
import sosad.app.fault.plan.Members;
import sosad.app.yaml.YamlFileException;
import sosad.model.Link;
import sosad.model.NodeId;

/** A fault of a live cluster that the user puts together: to whom, what, and how much of it. */
public final class FaultFormViewModel {
    private final LiveViewModel live;
    private final Random chance = new Random();
    private final ObservableList<Target> targets = FXCollections.observableArrayList();
    private final ObservableList<String> kinds = FXCollections.observableArrayList();
    private final ObjectProperty<Target> target = new SimpleObjectProperty<>();
    private final ObjectProperty<String> kind = new SimpleObjectProperty<>();
    private final StringProperty value = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * To whom a fault happens.
     *
     * @param words as the user reads it
     * @param pick as a plan says it
     * @param ofLinks whether it is links, or else processes
     */
    public record Target(String words, String pick, boolean ofLinks) {}

    public FaultFormViewModel(LiveViewModel live) {
        this.live = live;
        live.stateProperty().addListener((property, old, state) -> {
            if (state != null) {
                keepTargets(live.members());
            }
        });
        target.addListener((property, old, now) -> keepKinds(now));
        kind.addListener((property, old, now) -> {
            value.set(now == null ? "" : FaultLine.example(now).orElse(""));
            problem.set("");
        });
        value.addListener((property, old, now) -> problem.set(""));
    }

    private void keepTargets(Members members) {
        List<Target> all = all(members);
        if (!targets.equals(all)) {
            targets.setAll(all);
            target.set(all.get(0));
        }
    }

    private static List<Target> all(Members members) {
        List<Target> all = new ArrayList<>();
        if (members.nodes().size() > 1) {
            links("all links", all);
            links("one link", all);
            for (NodeId from : members.nodes()) {
                members.nodes().stream().filter(to -> !to.equals(from)).forEach(to -> all.add(of(new Link(from, to))));
            }
            links("one alone", all);
            links("halves", all);
            if (members.nodes().size() > 2) {
                links("ring of majorities", all);
            }
        }
        all.add(new Target("one node", "one node", false));
        members.all().forEach(process -> all.add(new Target(process.name(), process.name(), false)));
        return all;
    }

    private static void links(String pick, List<Target> all) {
        all.add(new Target(pick, pick, true));
    }

    private static Target of(Link route) {
        return new Target(
                "%s → %s".formatted(route.from(), route.to()),
                "{from: %s, to: %s}".formatted(route.from(), route.to()),
                true);
    }

    private void keepKinds(Target now) {
        String chosen = kind.get();
        List<String> all = now != null && now.ofLinks() ? FaultLine.kindsOfLinks() : FaultLine.kindsOfProcesses();
        if (!kinds.equals(all)) {
            kinds.setAll(all);
            kind.set(all.contains(chosen) ? chosen : all.get(0));
        }
    }

    /** The next fault is one of this link. */
    public void choose(Link route) {
        target.set(of(route));
    }

    /** Does it, unless there is a problem with it, which is told. */
    public void strike() {
        if (target.get() == null || kind.get() == null) {
            return;
        }
        try {
            List<Fault> faults = new FaultLine(target.get().pick(), kind.get(), value.get())
                    .faults(live.members(), chance.nextLong());
            faults.forEach(live::strike);
        } catch (YamlFileException e) {
            problem.set(e.problem());
        }
    }

    /** To whom it can happen. */
    public ObservableList<Target> targets() {
        return targets;
    }

    /** What can happen to whom is chosen. */
    public ObservableList<String> kinds() {
        return kinds;
    }

    public ObjectProperty<Target> targetProperty() {
        return target;
    }

    public ObjectProperty<String> kindProperty() {
        return kind;
    }

    /** How much of it; not used where the kind says all. */
    public StringProperty valueProperty() {
        return value;
    }

    /** Why it cannot be done, or empty. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}

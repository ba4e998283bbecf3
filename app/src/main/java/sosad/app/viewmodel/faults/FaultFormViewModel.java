package sosad.app.viewmodel.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.fault.FaultKind;
import sosad.app.fault.FaultKinds;
import sosad.app.fault.plan.LinkPick;
import sosad.app.fault.plan.Members;
import sosad.app.fault.plan.Pick;
import sosad.app.fault.plan.ProcessPick;
import sosad.app.viewmodel.LiveViewModel;
import sosad.model.Link;
import sosad.model.NodeId;

/** The form of a fault of a live cluster: its target, its kind and its amount. */
public final class FaultFormViewModel {
    private final LiveViewModel live;
    private final Random chance = new Random();
    private final ObservableList<Target> targets = FXCollections.observableArrayList();
    private final ObservableList<FaultKind<?>> kinds = FXCollections.observableArrayList();
    private final ObjectProperty<Target> target = new SimpleObjectProperty<>();
    private final ObjectProperty<FaultKind<?>> kind = new SimpleObjectProperty<>();
    private final StringProperty value = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * The target of a fault.
     *
     * @param words as the user reads it
     * @param pick as in a plan
     */
    public record Target(String words, Pick pick) {}

    public FaultFormViewModel(LiveViewModel live) {
        this.live = live;
        live.stateProperty().addListener((property, old, state) -> {
            if (state != null) {
                keepTargets(live.members());
                keepKinds(target.get());
            }
        });
        target.addListener((property, old, now) -> keepKinds(now));
        kind.addListener((property, old, now) -> {
            value.set(now == null ? "" : now.example().orElse(""));
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
            links(LinkPick.ALL_LINKS, all);
            links(LinkPick.ONE_LINK, all);
            for (NodeId from : members.nodes()) {
                members.nodes().stream().filter(to -> !to.equals(from)).forEach(to -> all.add(of(new Link(from, to))));
            }
            links(LinkPick.ONE_ALONE, all);
            links(LinkPick.HALVES, all);
            if (members.nodes().size() >= LinkPick.RING_OF_MAJORITIES.minNodes()) {
                links(LinkPick.RING_OF_MAJORITIES, all);
            }
        }
        all.add(new Target(ProcessPick.ONE_NODE.words(), ProcessPick.ONE_NODE));
        members.all()
                .forEach(process -> all.add(new Target(process.name(), new Pick.NamedProcesses(List.of(process)))));
        return all;
    }

    private static void links(LinkPick pick, List<Target> all) {
        all.add(new Target(pick.words(), pick));
    }

    private static Target of(Link link) {
        return new Target("%s → %s".formatted(link.from(), link.to()), new Pick.NamedLinks(List.of(link)));
    }

    private void keepKinds(Target now) {
        FaultKind<?> chosen = kind.get();
        List<FaultKind<?>> all = FaultKinds.all(now != null && now.pick().isOfLinks()).stream()
                .<FaultKind<?>>map(each -> each)
                .filter(each -> live.hasDisks() || !each.isForDisks())
                .toList();
        if (!kinds.equals(all)) {
            kinds.setAll(all);
            kind.set(all.contains(chosen) ? chosen : all.get(0));
        }
    }

    /** The next fault is one of this link. */
    public void choose(Link link) {
        target.set(of(link));
    }

    /** Injects it, or shows the problem with it. */
    public void inject() {
        if (target.get() == null || kind.get() == null) {
            return;
        }
        Pick pick = target.get().pick();
        Optional<String> refusal = pick.refusal(kind.get(), live.members());
        if (refusal.isPresent()) {
            problem.set(refusal.get());
            return;
        }
        try {
            FaultSpec what = kind.get().parse(value.get());
            pick.faults(what, live.members(), chance).forEach(live::inject);
        } catch (IllegalArgumentException e) {
            problem.set(e.getMessage());
        }
    }

    /** Returns the targets to choose from. */
    public ObservableList<Target> targets() {
        return targets;
    }

    /** Returns the kinds of fault that the chosen target can have. */
    public ObservableList<FaultKind<?>> kinds() {
        return kinds;
    }

    public ObjectProperty<Target> targetProperty() {
        return target;
    }

    public ObjectProperty<FaultKind<?>> kindProperty() {
        return kind;
    }

    /** Returns the amount; not used by kinds that have none. */
    public StringProperty valueProperty() {
        return value;
    }

    /** Returns why it cannot be done, or empty. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}

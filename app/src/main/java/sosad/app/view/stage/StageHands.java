package sosad.app.view.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import sosad.app.diagram.Box;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.ClusterPlan;
import sosad.app.view.StageActions;
import sosad.app.view.stage.card.CardLayer;
import sosad.app.view.stage.card.NodeRequests;
import sosad.app.view.stage.form.ExpectForm;
import sosad.app.view.stage.form.GroupBar;
import sosad.app.view.stage.form.LinkForm;
import sosad.app.view.stage.form.SendForm;
import sosad.app.view.stage.form.SkewForm;
import sosad.app.view.stage.form.StageForm;
import sosad.app.view.stage.form.StageForms;
import sosad.app.view.stage.link.LinkLayer;
import sosad.message.Launch.StoreKind;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Rules.Schedule;

/** What is asked by hand of links, nodes and groups of nodes, beyond what a button does at once. */
final class StageHands implements NodeRequests {
    /** Opens a form in place of whatever is open: the form, its owner, its place. */
    interface Opener {
        void open(StageForm form, Node owner, Supplier<Box> place);
    }

    final ObjectProperty<ClusterPlan> plan = new SimpleObjectProperty<>();

    /** Opens the faults of a live link; null: nothing does. */
    final ObjectProperty<Consumer<Link>> faultsOfLink = new SimpleObjectProperty<>();

    final ObjectProperty<Consumer<Link>> linkOpener = new SimpleObjectProperty<>(this::open);
    final StageForms forms;
    final GroupBar groupBar;
    private final ObjectProperty<StageActions> actions;
    private final Opener opener;
    private final Set<NodeId> group = new TreeSet<>();
    private LinkLayer links;
    private CardLayer cards;
    private Snapshot snapshot;

    /** @param locked whether nothing can be changed */
    StageHands(ObjectProperty<StageActions> actions, BooleanExpression locked, Opener opener) {
        this.actions = actions;
        this.opener = opener;
        forms = new StageForms(locked);
        Runnable mendAll = () -> actions.get().act(new Action.Mend(Optional.empty()));
        groupBar = new GroupBar(locked, this::cutOff, this::mendOff, mendAll, this::clearGroup);
        locked.addListener((property, old, now) -> showGroup());
    }

    /** Sets what the forms belong to. */
    void setLayers(LinkLayer newLinks, CardLayer newCards) {
        links = newLinks;
        cards = newCards;
    }

    void show(Snapshot now) {
        snapshot = now;
        group.retainAll(nodes());
        forms.show(now);
        showGroup();
    }

    private List<NodeId> nodes() {
        return snapshot.nodes().stream().map(NodeState::id).toList();
    }

    @Override
    public void open(Link link) {
        if (actions.get() != null) {
            LinkForm form = new LinkForm(link, actions.get(), this::openFaults, forms::close);
            Optional<Node> line = links.take(link);
            opener.open(form, line.orElse(cards.card(link.from())), () -> Box.around(links.middle(link), 2, 2));
        }
    }

    private void openFaults(Link link) {
        Optional.ofNullable(faultsOfLink.get()).ifPresent(faults -> faults.accept(link));
    }

    @Override
    public void open(NodeId node, Form which) {
        StageForm form =
                switch (which) {
                    case PUSH, SYNC -> send(node, which == Form.SYNC);
                    case SKEW -> new SkewForm(node, snapshot, actions.get(), forms::close);
                    case EXPECT -> new ExpectForm(node, snapshot, actions.get(), forms::close);
                };
        opener.open(form, cards.card(node), () -> cards.place(node));
    }

    private SendForm send(NodeId node, boolean sync) {
        List<NodeId> peers = new ArrayList<>(nodes());
        peers.remove(node);
        boolean inTurn = plan.get() != null && plan.get().rules().schedule() == Schedule.ROLLING;
        return new SendForm(node, peers, sync, inTurn, actions.get(), forms::close);
    }

    @Override
    public boolean hasDisks() {
        return plan.get() != null && plan.get().store() == StoreKind.DISK;
    }

    @Override
    public Set<NodeId> group() {
        return group;
    }

    @Override
    public void toggleInGroup(NodeId node) {
        if (!group.remove(node)) {
            group.add(node);
        }
        showGroup();
    }

    /** Chooses no node; returns whether some were chosen. */
    boolean clearGroup() {
        boolean any = !group.isEmpty();
        group.clear();
        showGroup();
        return any;
    }

    private void showGroup() {
        if (snapshot != null) {
            cards.choose(group);
            groupBar.show(group, snapshot);
        }
    }

    @Override
    public void cutOff() {
        actions.get().act(new Action.Cut(aroundGroup()));
    }

    @Override
    public void mendOff() {
        actions.get().act(new Action.Mend(Optional.of(aroundGroup())));
    }

    private List<Link> aroundGroup() {
        List<Link> around = new ArrayList<>();
        for (NodeId inside : group) {
            for (NodeId other : nodes()) {
                if (!group.contains(other)) {
                    around.add(new Link(inside, other));
                    around.add(new Link(other, inside));
                }
            }
        }
        return around;
    }
}

package sosad.app.view.stage.form;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Preconditions;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.Expectation;
import sosad.app.view.Controls;
import sosad.app.view.StageActions;
import sosad.model.Entry;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.EnumNames;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Row;

/** Says what is expected of a node at the end of the step, or of the answer to a client's read. */
public final class ExpectForm extends StageForm {
    private enum Claim {
        HOLDS("it has the value"),
        LACKS("it has no value"),
        ROW("its row of a peer is"),
        READS("a client reads"),
        CONVERGED("all nodes agree"),
        DIFFER("nodes differ");

        private final String words;

        Claim(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final NodeId node;
    private final ObjectProperty<Claim> claim = new SimpleObjectProperty<>(Claim.HOLDS);
    private final ObjectProperty<NodeId> peer = new SimpleObjectProperty<>();
    private final ObjectProperty<ReadMode> mode = new SimpleObjectProperty<>(ReadMode.LOCAL);
    private final ObjectProperty<Access> access = new SimpleObjectProperty<>();
    private final ComboBox<Claim> first;
    private final TextField key;
    private final TextField value;
    private final CheckBox nothing = new CheckBox("nothing");
    private final CheckBox step = new CheckBox("step through it");
    private final TextField now;
    private final TextField prev;
    private final Label problem = Controls.label("", "field-error");
    private final Button expect;
    private Snapshot snapshot;

    /** @param done called when it was said */
    public ExpectForm(NodeId node, Snapshot present, StageActions actions, Runnable done) {
        super("What is expected of " + node, Set.of(node));
        this.node = node;
        snapshot = present;
        NodeState state = present.node(node);
        List<NodeId> peers = present.nodes().stream()
                .map(NodeState::id)
                .filter(other -> !other.equals(node))
                .toList();
        List<Claim> claims = FXCollections.observableArrayList(Claim.values());
        if (peers.isEmpty()) {
            claims.remove(Claim.ROW);
        } else {
            peer.set(peers.get(0));
        }
        first = Controls.choice(
                "Claim",
                "What should be so at the end of the step",
                FXCollections.observableArrayList(claims),
                Claim::words,
                claim);
        Optional<Entry> held = state.entries().stream()
                .filter(entry -> entry.value().isPresent())
                .findFirst();
        key = field("key", "Key", held.map(entry -> entry.key().text()).orElse(""));
        value = field(
                "value", "Value", held.flatMap(Entry::value).map(Value::text).orElse(""));
        now = field("now", "Now", "");
        prev = field("prev", "Prev", "");
        ComboBox<NodeId> peerChoice =
                Controls.choice("Peer", "Whose row", FXCollections.observableArrayList(peers), NodeId::name, peer);
        ComboBox<ReadMode> read = Controls.choice(
                "Read",
                "How far the read goes",
                FXCollections.observableArrayList(ReadMode.values()),
                EnumNames::of,
                mode);
        List<Access> accesses = FXCollections.observableArrayList(Access.at(node));
        present.gateways().forEach(gateway -> accesses.add(Access.via(gateway.id())));
        access.set(accesses.get(0));
        ComboBox<Access> asked = Controls.choice(
                "Whom",
                "The node that is asked, or the gateway",
                FXCollections.observableArrayList(accesses),
                Access::toString,
                access);
        nothing.setAccessibleText("The client gets nothing");
        step.setAccessibleText("Step through the read");
        expect = Controls.button("Expect it", Feather.CHECK_SQUARE, "", () -> {
            Action action = action();
            done.run();
            actions.act(action);
        });
        expect.getStyleClass().add("accent");
        problem.setWrapText(true);
        FlowPane fields = line(peerChoice, now, prev, asked, read, key, value, nothing, step);
        getChildren().addAll(line(first), fields, line(expect), problem);
        peer.subscribe(
                chosen -> Optional.ofNullable(chosen).map(state.rows()::get).ifPresent(row -> fill(row)));
        nothing.selectedProperty().subscribe(none -> value.setDisable(none));
        claim.subscribe(chosen -> {
            boolean reads = chosen == Claim.READS;
            boolean row = chosen == Claim.ROW;
            List.of(peerChoice, now, prev).forEach(part -> Controls.show(part, row));
            Controls.show(asked, reads && accesses.size() > 1);
            Controls.show(read, reads && !access.get().viaGateway());
            Controls.show(nothing, reads);
            Controls.show(step, reads && goesFurther());
            Controls.show(key, reads || chosen == Claim.HOLDS || chosen == Claim.LACKS);
            Controls.show(value, reads || chosen == Claim.HOLDS);
            Controls.show(fields, chosen != Claim.CONVERGED && chosen != Claim.DIFFER);
            Controls.rename(
                    expect,
                    reads ? "Read and compare" : "Expect it",
                    reads ? "Let a client read now" : "It is checked at the end of the step");
            check();
        });
        for (TextField field : List.of(key, value, now, prev)) {
            field.textProperty().addListener((property, old, text) -> check());
            field.setOnAction(enter -> expect.fire());
        }
        nothing.selectedProperty().addListener((property, old, none) -> check());
        step.selectedProperty().addListener((property, old, chosen) -> check());
        mode.addListener((property, old, chosen) -> {
            Controls.show(step, goesFurther());
            check();
        });
        access.addListener((property, old, chosen) -> {
            Controls.show(read, !chosen.viaGateway());
            Controls.show(step, goesFurther());
            check();
        });
    }

    /** Returns whether the node that is asked asks others in turn; a gateway passes local reads on alone. */
    private boolean goesFurther() {
        return !access.get().viaGateway() && mode.get() != ReadMode.LOCAL;
    }

    private void fill(Row row) {
        now.setText(format("%d", row.now()));
        prev.setText(format("%d", row.prev()));
    }

    private static FlowPane line(Node... controls) {
        FlowPane line = new FlowPane(controls);
        line.getStyleClass().add("handlings");
        return line;
    }

    private static TextField field(String prompt, String name, String text) {
        TextField field = new TextField(text);
        field.setPromptText(prompt);
        field.getStyleClass().add("mono-field");
        field.setPrefColumnCount(name.length() > 4 || name.equals("Key") ? 10 : 5);
        Controls.name(field, name, name);
        return field;
    }

    /** @throws IllegalArgumentException if a field is not in order */
    private Action action() {
        return switch (claim.get()) {
            case HOLDS ->
                new Action.Expect(new Expectation.Holds(
                        node, Limits.DEFAULT.key(key.getText()), Limits.DEFAULT.value(value.getText())));
            case LACKS -> new Action.Expect(new Expectation.Lacks(node, Limits.DEFAULT.key(key.getText())));
            case ROW -> new Action.Expect(new Expectation.RowIs(node, peer.get(), number(now), number(prev)));
            case READS ->
                new Action.Get(
                        access.get(),
                        Limits.DEFAULT.key(key.getText()),
                        goesFurther() ? mode.get() : ReadMode.LOCAL,
                        Optional.of(
                                nothing.isSelected()
                                        ? Optional.empty()
                                        : Optional.of(Limits.DEFAULT.value(value.getText()))),
                        goesFurther() && step.isSelected());
            case CONVERGED -> new Action.Expect(new Expectation.Converged(true));
            case DIFFER -> new Action.Expect(new Expectation.Converged(false));
        };
    }

    private static long number(TextField field) {
        if (!field.getText().matches("-?[0-9]{1,15}")) {
            throw new IllegalArgumentException("%s must be a whole number".formatted(field.getPromptText()));
        }
        return Long.parseLong(field.getText());
    }

    private void check() {
        String wrong;
        try {
            wrong = Preconditions.unmet(snapshot, action()).orElse("");
        } catch (IllegalArgumentException e) {
            wrong = e.getMessage();
        }
        problem.setText(wrong);
        Controls.show(problem, !wrong.isEmpty());
        expect.setDisable(!wrong.isEmpty());
    }

    @Override
    void show(Snapshot moment) {
        snapshot = moment;
        check();
    }

    @Override
    void focusFirst() {
        first.requestFocus();
    }
}

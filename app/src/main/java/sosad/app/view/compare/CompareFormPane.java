package sosad.app.view.compare;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sosad.app.view.Controls;
import sosad.app.viewmodel.compare.CompareForm;
import sosad.app.viewmodel.compare.CompareViewModel;
import sosad.message.Launch.StoreKind;
import sosad.protocol.EnumNames;

/** The form: the requests, the faults and the rules. Enter in a field runs. */
final class CompareFormPane extends VBox {
    private final CompareViewModel model;
    private final TextField nodes;

    CompareFormPane(CompareViewModel model) {
        this.model = model;
        CompareForm form = model.form();
        getStyleClass().addAll("pane", "compare-form");
        nodes = field("Nodes", "How many nodes, 2 to 26", form.nodesProperty());
        FlowPane fields = new FlowPane(
                labelled("nodes", nodes),
                labelled("keys", field("Keys", "Under how many keys clients write, 1 to 10,000", form.keysProperty())),
                labelled(
                        "writes/s",
                        field(
                                "Writes per second",
                                "Writes of all clients together, and as many reads, 1 to 10,000",
                                form.writesPerSecondProperty())),
                labelled(
                        "for, s",
                        field(
                                "Seconds",
                                "For how long clients write, in seconds of simulated time, 0.1 to 600",
                                form.secondsProperty())),
                labelled(
                        "loss, %",
                        field("Loss", "How many of a hundred messages are lost, 0 to 90", form.lossPercentProperty())),
                labelled(
                        "plan",
                        choice("Plan", "A fault plan besides", CompareForm.plans(), word -> word, form.planProperty())),
                labelled(
                        "store",
                        choice(
                                "Store",
                                "What a node keeps when the plan kills it",
                                List.of(StoreKind.values()),
                                EnumNames::of,
                                form.storeProperty())),
                labelled(
                        "seed",
                        field(
                                "Seed",
                                "Every chance follows from it: the same seed, the same figures",
                                form.seedProperty())));
        fields.getStyleClass().add("compare-fields");
        FlowPane rules = new FlowPane(Controls.fixedLabel("rules", "muted"));
        rules.getStyleClass().add("compare-fields");
        form.rules().forEach((rule, chosen) -> {
            CheckBox box = new CheckBox(rule.name());
            box.selectedProperty().bindBidirectional(chosen);
            box.setMnemonicParsing(false);
            Controls.name(box, rule.name(), "A row for " + rule.name());
            rules.getChildren().add(box);
        });
        Label problem = Controls.label("", "field-error");
        problem.setWrapText(true);
        problem.textProperty().bind(form.problemProperty());
        form.problemProperty().subscribe(words -> Controls.show(problem, !words.isEmpty()));
        getChildren().addAll(fields, rules, problem);
    }

    /** Returns the first field. */
    Node first() {
        return nodes;
    }

    private TextField field(String name, String tooltip, Property<String> value) {
        TextField field = new TextField();
        field.getStyleClass().addAll("mono-field", "compare-number");
        field.textProperty().bindBidirectional(value);
        field.setOnAction(enter -> model.run());
        Controls.name(field, name, tooltip + " (Enter runs)");
        return field;
    }

    private static <T> Node choice(
            String name, String tooltip, List<T> items, Function<T, String> words, Property<T> value) {
        return Controls.choice(name, tooltip, FXCollections.observableArrayList(items), words, value);
    }

    private static HBox labelled(String label, Node control) {
        HBox pair = new HBox(Controls.fixedLabel(label, "muted"), control);
        pair.getStyleClass().add("compare-field");
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }
}

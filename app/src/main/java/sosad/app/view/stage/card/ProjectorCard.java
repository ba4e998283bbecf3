package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.history.NodeState.Status;
import sosad.app.view.Animator;
import sosad.app.view.Controls;
import sosad.app.view.NodeBadge;
import sosad.app.view.NodeColours;
import sosad.app.viewmodel.tables.StoreChip;
import sosad.app.viewmodel.tables.StoreChip.State;
import sosad.model.NodeId;

/** A node in projector mode: its rows, and what it holds and lacks as chips in the order of all nodes. */
final class ProjectorCard extends VBox {
    private static final int MAX_KEY_CHARACTERS = 14;

    /** The forms of a card, by the room that there is. */
    enum Form {
        /** Its rows, a chip for each entry. */
        CHIPS,
        /** Its rows, a chip for each writer and one for what is lacking. */
        COUNTS,
        /** The badge with what is held and lacking. */
        LINE,
        /** The badge and two figures. */
        BADGE
    }

    private final NodeBadge badge;
    private final PeerRows rows;
    private final Label status = Controls.fixedLabel("", "status");
    private final Label figures = Controls.fixedLabel("", "figures");
    private final HBox head = new HBox();
    private final FlowPane chips = new FlowPane();
    private final VBox beside = new VBox();
    private Form form;
    private List<StoreChip> shown = List.of();
    private boolean live = true;

    ProjectorCard(NodeId node, List<NodeId> peers, Animator animator) {
        badge = new NodeBadge(node);
        rows = new PeerRows(peers, animator);
        getStyleClass().addAll("stage-card", "projector-card", NodeColours.styleClass(node));
        head.getStyleClass().add("projector-card-head");
        beside.getStyleClass().add("projector-card-beside");
        chips.getStyleClass().add("store-chips");
        head.getChildren().addAll(badge, beside);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void update(CardState state, List<StoreChip> newChips) {
        live = state.node().hasProcess();
        boolean redraws = !newChips.equals(shown);
        shown = newChips;
        Controls.state(this, "dead", !live);
        Controls.state(this, "paused", state.node().status() == Status.PAUSED);
        badge.setHollow(!live);
        rows.update(state);
        String words =
                state.status().equals("up") ? state.troubles() : (state.status() + " " + state.troubles()).strip();
        status.setText(words);
        StringBuilder sentence = new StringBuilder(state.sentence());
        newChips.forEach(chip -> sentence.append("; ").append(chip.words()));
        setAccessibleText(sentence.toString());
        figures.setText(live ? figures(form == Form.BADGE) : state.status());
        if (form != null) {
            showParts();
            if (redraws) {
                showChips();
            }
        }
    }

    /** Shows as much as {@code newForm} says, in a card of this width where the form does not decide it. */
    void form(Form newForm, double width) {
        chips.setPrefWrapLength(Math.max(0, width - snappedLeftInset() - snappedRightInset()));
        boolean isWhole = newForm == Form.CHIPS || newForm == Form.COUNTS;
        setPrefWidth(isWhole ? width : USE_COMPUTED_SIZE);
        if (form == newForm) {
            return;
        }
        form = newForm;
        figures.setText(live ? figures(form == Form.BADGE) : status.getText());
        getStyleClass().removeAll("chips", "counts", "line", "badge");
        getStyleClass().add(form.name().toLowerCase(java.util.Locale.ROOT));
        getChildren().setAll(isWhole ? List.of(head, chips) : List.of(head));
        showParts();
        showChips();
        // The layout that asked for this form is about to measure it.
        applyCss();
    }

    private void showParts() {
        List<Region> parts = new ArrayList<>();
        if (form == Form.CHIPS || form == Form.COUNTS) {
            parts.add(live ? rows : status);
            if (live && !status.getText().isEmpty()) {
                parts.add(status);
            }
        } else {
            parts.add(figures);
            if (form == Form.LINE && live && !status.getText().isEmpty()) {
                parts.add(status);
            }
        }
        if (!beside.getChildren().equals(parts)) {
            beside.getChildren().setAll(parts);
        }
    }

    private void showChips() {
        chips.getChildren().clear();
        if (form == Form.CHIPS) {
            shown.forEach(chip -> chips.getChildren().add(chip(chip)));
        } else if (form == Form.COUNTS) {
            showCounts();
        }
        applyCss();
    }

    private static Label chip(StoreChip chip) {
        String key = chip.key().toString();
        String text = key.length() > MAX_KEY_CHARACTERS ? key.substring(0, MAX_KEY_CHARACTERS - 1) + "…" : key;
        Label label = Controls.fixedLabel(text, "store-chip", NodeColours.styleClass(chip.writer()));
        Controls.state(label, "lacking", chip.state() == State.LACKING);
        Controls.state(label, "older", chip.state() == State.OLDER);
        if (chip.isDeleted()) {
            label.setGraphic(Controls.icon(Feather.TRASH_2));
        }
        Controls.state(label, "come", chip.isNew());
        return label;
    }

    private void showCounts() {
        Map<NodeId, Integer> held = new TreeMap<>();
        Map<NodeId, Boolean> come = new LinkedHashMap<>();
        int lacking = 0;
        for (StoreChip chip : shown) {
            if (chip.state() == State.HELD) {
                held.merge(chip.writer(), 1, Integer::sum);
                come.merge(chip.writer(), chip.isNew(), Boolean::logicalOr);
            } else {
                lacking++;
            }
        }
        held.forEach((writer, count) -> {
            Label label = Controls.fixedLabel(count + " of " + writer, "store-chip", NodeColours.styleClass(writer));
            Controls.state(label, "come", come.get(writer));
            chips.getChildren().add(label);
        });
        if (lacking > 0) {
            Label label = Controls.fixedLabel("lacks " + lacking, "store-chip");
            Controls.state(label, "lacking", true);
            chips.getChildren().add(label);
        }
    }

    private String figures(boolean inShort) {
        long held = shown.stream().filter(chip -> chip.state() == State.HELD).count();
        long lacking = shown.size() - held;
        if (inShort) {
            return lacking == 0 ? Long.toString(held) : held + " −" + lacking;
        }
        return lacking == 0 ? held + " held" : held + " held, lacks " + lacking;
    }
}

package sosad.app.view.tools;

import static sosad.model.PlainFormat.format;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.watch.WatchViewModel;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.BreakpointState;

/** The breakpoints of the lesson: a field for one more, and a line for each with where it was hit last. */
final class WatchPane extends VBox {
    private static final String NONE = "No breakpoints. One stops Play, “Run until”, and the clocks of a live cluster: "
            + "write it above, choose an example, or right-click a cell, a row or a message.";

    private final WatchViewModel model;
    private final TextField field = new TextField();
    private final MenuButton examples = new MenuButton("Examples");
    private final VBox lines = new VBox();
    private final FieldBubble bubble;

    WatchPane(WatchViewModel model) {
        this.model = model;
        getStyleClass().add("watch");
        field.getStyleClass().add("mono-field");
        field.setPromptText("key waffle changes");
        field.textProperty().bindBidirectional(model.textProperty());
        field.setOnAction(event -> model.add());
        Controls.name(field, "Breakpoint", "A condition at which runs stop; Enter adds it");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(560);
        Button add = Controls.button("Add", Feather.PLUS, "Stop here from now on (Enter)", model::add);
        Button until = Controls.button(
                "Run until",
                Feather.FAST_FORWARD,
                "Play on without motion until this comes true; with an empty field, until any breakpoint ("
                        + Keys.RUN_ON.display() + ")",
                model::runUntil);
        for (Button button : List.of(add, until)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        examples.setMinWidth(USE_PREF_SIZE);
        Controls.name(examples, "Examples", "Breakpoints to begin with");
        examples.setOnShowing(event -> examples.getItems()
                .setAll(model.examples().stream()
                        .map(text -> Controls.item(text, () -> choose(text)))
                        .toList()));
        examples.getItems().add(Controls.item("", () -> {})); // a menu without items does not open
        bubble = new FieldBubble(model.errorProperty());
        HBox head = new HBox(field, add, until, examples);
        head.getStyleClass().add("client-row");
        head.setAlignment(Pos.CENTER_LEFT);
        model.errorProperty().subscribe(error -> Controls.state(field, "wrong", !error.isEmpty()));
        lines.getStyleClass().add("watch-lines");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.getStyleClass().add("watch-scroll");
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.setPrefHeight(0);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll, bubble);
        model.breakpointsProperty().subscribe(this::show);
    }

    /** Keeps the number of breakpoints that are on beside the name of this tab. */
    static void count(ToggleButton tab, WatchViewModel model) {
        Label mark = Controls.label("", "watch-count");
        tab.setGraphic(mark);
        tab.setContentDisplay(ContentDisplay.RIGHT);
        model.breakpointsProperty().subscribe(all -> {
            long on = all.stream().filter(BreakpointState::on).count();
            mark.setVisible(on > 0); // its room is kept
            mark.setText(format("%d", on));
            String words = tab.getText() + (on == 0 ? "" : format(", %d on", on));
            Controls.name(tab, words, words + " (" + Keys.WATCH.display() + ")");
        });
    }

    private void choose(String text) {
        model.textProperty().set(text);
        focusField();
    }

    /** Gives the keyboard to the field. */
    void focusField() {
        field.requestFocus();
        field.end();
    }

    private void show(List<BreakpointState> all) {
        if (all.isEmpty()) {
            Label none = Controls.label(NONE, "muted");
            none.setWrapText(true);
            lines.getChildren().setAll(none);
        } else {
            lines.getChildren().setAll(all.stream().map(this::line).toList());
        }
    }

    private HBox line(BreakpointState breakpoint) {
        String text = breakpoint.breakpoint().toString();
        CheckBox on = new CheckBox(text);
        on.getStyleClass().add("watch-text");
        on.setMnemonicParsing(false);
        on.setSelected(breakpoint.on());
        on.setMinWidth(0);
        on.setOnAction(event -> model.turn(breakpoint, on.isSelected()));
        Controls.name(on, "Stop at " + text, text + (breakpoint.on() ? ". Runs stop here." : ". It is off."));
        HBox line = new HBox(on);
        line.getStyleClass().add("watch-line");
        line.setAlignment(Pos.CENTER_LEFT);
        breakpoint.last().ifPresent(hit -> line.getChildren().add(link(breakpoint, hit)));
        Button delete =
                Controls.iconButton(Feather.X, "Delete “" + text + "”", "click", () -> model.remove(breakpoint));
        delete.getStyleClass().addAll("quiet", "fault-button");
        line.getChildren().addAll(Controls.spring(), delete);
        return line;
    }

    private Hyperlink link(BreakpointState breakpoint, BreakpointHit hit) {
        String times = breakpoint.hits() == 1 ? "hit" : format("hit %,d times, last", breakpoint.hits());
        Hyperlink link = new Hyperlink(format("%s at T = %d", times, hit.time()));
        link.getStyleClass().add("told-link");
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(event -> {
            link.setVisited(false);
            model.show(hit);
        });
        Controls.name(link, link.getText() + ": " + hit.words(), hit.words() + ". Click: show the moment.");
        return link;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        bubble.place();
    }
}

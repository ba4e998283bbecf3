package sosad.app.view.explain;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextFlow;
import sosad.app.explain.change.Change;
import sosad.app.view.Controls;
import sosad.app.viewmodel.explain.ChangeStatus;
import sosad.app.viewmodel.explain.WhyViewModel;

/** The smallest change that would have made it otherwise, which can be shown on real processes. */
final class ChangeBox extends HBox {
    private static final String SEARCHING = "Looking for the smallest change with which it would be there…";

    private static final String UNKNOWN =
            "What would have helped is not known: some of what was done by hand cannot be replayed from a file.";

    private static final String LIVED =
            "What would have helped is not searched: the nodes ran by their own clocks, and a change is searched in runs in steps.";

    private final WhyViewModel why;
    private final TextFlow said = new TextFlow();
    private final Button show;

    ChangeBox(WhyViewModel why) {
        this.why = why;
        getStyleClass().addAll("why-box", "change-box");
        setAlignment(Pos.CENTER_LEFT);
        show = new Button("Show me");
        show.getStyleClass().add("outlined");
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(click -> why.showChange());
        Controls.name(show, "Show me", "Play the changed run on real processes, as a branch beside this one");
        HBox.setHgrow(said, Priority.ALWAYS);
        getChildren().addAll(said, show);
        why.changeStatusProperty().subscribe(status -> refresh());
        why.changeProperty().subscribe(change -> refresh());
        why.slowProperty().subscribe(slow -> refresh());
    }

    private void refresh() {
        ChangeStatus status = why.changeStatusProperty().get();
        Change change = why.changeProperty().get();
        boolean isFound = status == ChangeStatus.FOUND && change != null;
        boolean isSlow = status == ChangeStatus.SEARCHING && why.slowProperty().get();
        boolean isUnknown = status == ChangeStatus.UNKNOWN || status == ChangeStatus.LIVED;
        Controls.show(this, isFound || isSlow || isUnknown);
        Controls.show(show, isFound);
        Controls.state(this, "searching", isSlow || isUnknown);
        if (isFound) {
            String opening = change.kind().isSingleEvent() ? "It would be there if " : "";
            said.getChildren().setAll(WhyText.text(opening, "why-strong"));
            why.spans(change.statement().substring(opening.length())).stream()
                    .map(WhyText::text)
                    .forEach(said.getChildren()::add);
            said.getChildren().add(WhyText.text(". Played: it heals.", "why-muted"));
        } else if (isSlow || isUnknown) {
            said.getChildren().setAll(WhyText.text(notFound(status), "why-muted"));
        }
    }

    private static String notFound(ChangeStatus status) {
        return switch (status) {
            case SEARCHING -> SEARCHING;
            case LIVED -> LIVED;
            default -> UNKNOWN;
        };
    }
}

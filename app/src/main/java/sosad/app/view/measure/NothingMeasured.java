package sosad.app.view.measure;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.measure.MeasureStatus;

/** Stands in the place of the plot and the charts while there is no run, and says how there will be one. */
final class NothingMeasured extends VBox {
    private final Label title = Controls.label("", "pane-title");
    private final Label words = Controls.label("", "muted");
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button live;
    private final Button clients;
    private final Button saved;
    private final HBox buttons;

    NothingMeasured(MeasureActions window, Runnable open) {
        getStyleClass().addAll("pane", "nothing-measured");
        setAlignment(Pos.CENTER);
        live = Controls.button(
                "Go live",
                Feather.ZAP,
                "Let the nodes run by their own clocks (" + Keys.CLOCKS.display() + ")",
                window::goLive);
        clients = Controls.button(
                "Start clients",
                Feather.PLAY,
                "Let clients write and read at every node (" + Keys.CLIENTS.display() + ")",
                window::startClients);
        saved = Controls.button(
                "Open a saved run…", Feather.FOLDER, "Show a run from a file (" + Keys.OPEN.display() + ")", open);
        buttons = new HBox(live, clients, saved);
        buttons.getStyleClass().add("nothing-buttons");
        buttons.setAlignment(Pos.CENTER);
        words.setWrapText(true);
        words.setMaxWidth(520);
        busy.setMaxSize(36, 36);
        setFocusTraversable(true);
        accessibleTextProperty().bind(title.textProperty().concat(". ").concat(words.textProperty()));
        getChildren().setAll(busy, title, words, buttons);
    }

    /** Shows what there is to do. */
    void show(MeasureStatus status) {
        boolean isReading = status == MeasureStatus.READING;
        Controls.show(busy, isReading);
        Controls.show(buttons, !isReading);
        Controls.show(live, status == MeasureStatus.NOTHING);
        Controls.show(clients, status == MeasureStatus.NO_CLIENTS);
        Controls.style(live, "accent", status == MeasureStatus.NOTHING);
        Controls.style(clients, "accent", status == MeasureStatus.NO_CLIENTS);
        switch (status) {
            case NO_CLUSTER ->
                say(
                        "There is no cluster yet",
                        "It is being started, or could not be: the Lab says which. A saved run can be opened all the same.");
            case NOTHING ->
                say(
                        "Nothing is measured yet",
                        "Go live and start clients: each of their requests becomes a dot here, beside the rates, latencies "
                                + "and lags of the cluster.");
            case NO_CLIENTS ->
                say(
                        "The nodes run by their own clocks",
                        "Start clients: each of their requests becomes a dot here. Faults that you cause in the Lab are "
                                + "drawn in as bands.");
            case READING -> say("Reading the run…", "");
            case RUN -> say("", "");
        }
    }

    /** Returns where the keyboard is before any button: a key that is pressed by mistake lets nothing go live. */
    Node home() {
        return this;
    }

    private void say(String newTitle, String newWords) {
        title.setText(newTitle);
        words.setText(newWords);
        Controls.show(words, !newWords.isEmpty());
    }
}

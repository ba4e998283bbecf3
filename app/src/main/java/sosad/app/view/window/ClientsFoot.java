package sosad.app.view.window;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.LiveClientsViewModel;

/** The built-in clients of a live cluster in a line below the stage, where the order of delivery stands in steps. */
final class ClientsFoot extends HBox {
    private static final String FEW_KEYS = "Ask for a few keys most often (Zipf)";
    private static final String ALL_KEYS = "Ask for all keys alike";

    private final Button power = Controls.iconButton(Feather.PLAY, "Start clients", Keys.CLIENTS, this::toggle);
    private final LiveClientsViewModel clients;
    private final ObservableBooleanValue running;

    /** @param isTaken whether its room is needed for something else */
    ClientsFoot(LiveClientsViewModel clients, ObservableBooleanValue isTaken) {
        this.clients = clients;
        getStyleClass().add("clients-foot");
        setAlignment(Pos.CENTER_LEFT);
        Label words = Controls.label("", "pane-summary");
        words.textProperty().bind(clients.words());
        words.textProperty()
                .addListener((property, old, text) -> Controls.name(words, "Clients: " + text, "Clients: " + text));
        words.setMinWidth(0);
        Button slower = Controls.iconButton(
                Feather.MINUS, "Slower clients", Keys.SLOWER_CLIENTS, () -> clients.changeRate(false));
        Button faster = Controls.iconButton(
                Feather.PLUS, "Faster clients", Keys.FASTER_CLIENTS, () -> clients.changeRate(true));
        slower.disableProperty().bind(Bindings.not(clients.canChange(false)));
        faster.disableProperty().bind(Bindings.not(clients.canChange(true)));
        Button zipf = Controls.iconButton(Feather.TRENDING_DOWN, FEW_KEYS, "", clients::toggleZipf);
        clients.wantedProperty()
                .addListener((property, old, now) -> name(zipf, now.zipf().isPresent() ? ALL_KEYS : FEW_KEYS));
        name(zipf, FEW_KEYS);
        running = clients.running();
        running.addListener((property, old, runs) -> showPower(runs));
        visibleProperty().bind(Bindings.and(clients.clocksRun(), Bindings.not(isTaken)));
        getChildren()
                .setAll(
                        power,
                        Controls.fixedLabel("Clients", "foot-title"),
                        words,
                        Controls.spring(),
                        zipf,
                        slower,
                        Controls.fixedLabel("rate", "muted"),
                        faster);
    }

    private static void name(Button button, String name) {
        Controls.name(button, name, name);
    }

    private void toggle() {
        clients.toggle();
    }

    private void showPower(boolean runs) {
        String name = runs ? "Stop clients" : "Start clients";
        power.setGraphic(Controls.icon(runs ? Feather.SQUARE : Feather.PLAY));
        Controls.name(power, name, name + " (" + Keys.CLIENTS.display() + ")");
    }
}

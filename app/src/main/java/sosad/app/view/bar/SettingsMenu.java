package sosad.app.view.bar;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.settings.Settings;
import sosad.app.view.Controls;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.app.viewmodel.SettingsViewModel;

/**
 * Settings of playback: the speed, whether a step stops in flight, whether messages are seen moving, whether dead
 * processes are started again; and the way back from whatever was chosen.
 */
final class SettingsMenu extends MenuButton {
    SettingsMenu(PlaybackViewModel playback, BooleanProperty restarts, SettingsViewModel remembered) {
        getStyleClass().addAll("speed-menu");
        Controls.name(this, "Speed and motion", "Speed and motion");
        setGraphic(Controls.icon(Feather.SLIDERS));
        textProperty().bind(playback.speedProperty().map(SettingsMenu::times));
        ToggleGroup speeds = new ToggleGroup();
        for (double speed : Settings.SPEEDS) {
            RadioMenuItem item = new RadioMenuItem(times(speed) + (speed == 1 ? " (a message travels 0.5 s)" : ""));
            item.setToggleGroup(speeds);
            playback.speedProperty().subscribe(now -> item.setSelected(speed == now.doubleValue()));
            item.setOnAction(event -> playback.speedProperty().set(speed));
            getItems().add(item);
        }
        CheckMenuItem stop = new CheckMenuItem("Stop each step in flight");
        stop.selectedProperty().bindBidirectional(playback.stopInFlightProperty());
        CheckMenuItem move = new CheckMenuItem("Show messages moving");
        move.selectedProperty().bindBidirectional(playback.animatedProperty());
        CheckMenuItem restart = new CheckMenuItem("Restart dead processes automatically");
        restart.selectedProperty().bindBidirectional(restarts);
        getItems().addAll(new SeparatorMenuItem(), stop, move, restart);
        MenuItem reset = Controls.item("Reset all settings", remembered::reset);
        getItems().addAll(new SeparatorMenuItem(), reset);
        getItems().forEach(SettingsMenu::plain);
    }

    private static void plain(MenuItem item) {
        item.setMnemonicParsing(false);
    }

    private static String times(Number speed) {
        double value = speed.doubleValue();
        return (value == Math.rint(value) ? Integer.toString((int) value) : Double.toString(value)) + "×";
    }
}

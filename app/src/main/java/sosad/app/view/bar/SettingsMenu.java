package sosad.app.view.bar;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.settings.Settings;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
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
        CheckMenuItem reads = new CheckMenuItem("Step through reads (find, newest)");
        reads.selectedProperty().bindBidirectional(playback.stepReadsProperty());
        CheckMenuItem restart = new CheckMenuItem("Restart dead processes automatically");
        restart.selectedProperty().bindBidirectional(restarts);
        getItems().addAll(new SeparatorMenuItem(), stop, reads, move, restart);
        getItems().addAll(new SeparatorMenuItem(), textSizes(remembered));
        MenuItem reset = Controls.item("Reset all settings", remembered::reset);
        getItems().addAll(new SeparatorMenuItem(), reset);
        getItems().forEach(SettingsMenu::plain);
    }

    private static Menu textSizes(SettingsViewModel remembered) {
        Menu menu = new Menu("Text size (%s, %s)".formatted(Keys.LARGER.display(), Keys.SMALLER.display()));
        ToggleGroup sizes = new ToggleGroup();
        for (double percent : Settings.TEXT_PERCENTS) {
            RadioMenuItem item = new RadioMenuItem(plain(percent) + " %");
            item.setToggleGroup(sizes);
            remembered.textPercentProperty().subscribe(now -> item.setSelected(percent == now.doubleValue()));
            item.setOnAction(event -> remembered.textPercentProperty().set(percent));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static void plain(MenuItem item) {
        item.setMnemonicParsing(false);
    }

    private static String times(Number speed) {
        double value = speed.doubleValue();
        return plain(value) + "×";
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Integer.toString((int) value) : Double.toString(value);
    }
}

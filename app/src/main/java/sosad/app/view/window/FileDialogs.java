package sosad.app.view.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import sosad.app.viewmodel.SettingsViewModel;

/**
 * Dialogs in which a file is chosen, from the folder of the last one on.
 *
 * @param window the window that they belong to
 * @param settings remembers the folder
 * @param dialog shows them
 */
record FileDialogs(Stage window, SettingsViewModel settings, Dialog dialog) {
    /** The dialogs of the system. */
    static final Dialog OF_SYSTEM = (chooser, saves, over) ->
            Optional.ofNullable(saves ? chooser.showSaveDialog(over) : chooser.showOpenDialog(over));

    /** Lets a file be chosen. */
    interface Dialog {
        Optional<File> show(FileChooser chooser, boolean saves, Window over);
    }

    private static final Duration GONE = Duration.millis(300);
    private static final List<String> YAML = List.of("*.yaml", "*.yml");
    private static final FileChooser.ExtensionFilter EVERYTHING = new FileChooser.ExtensionFilter("All files", "*");

    /** Lets a file be chosen that is there; empty if none was. */
    Optional<Path> open(String title, String files) {
        FileChooser chooser = chooser(title, files, YAML);
        chooser.getExtensionFilters().add(EVERYTHING);
        return choose(chooser, false);
    }

    /** Lets a file be chosen to be written; empty if none was. */
    Optional<Path> save(String title, String files) {
        return choose(chooser(title, files, YAML), true);
    }

    /** Lets any file be chosen that is there; empty if none was. */
    Optional<Path> openAny(String title) {
        return choose(chooser(title, EVERYTHING.getDescription(), EVERYTHING.getExtensions()), false);
    }

    /** Lets a file be chosen to be written, whose name ends like this; empty if none was. */
    Optional<Path> save(String title, String files, String extension) {
        FileChooser chooser = chooser(title, files, List.of("*." + extension));
        chooser.setInitialFileName("checks." + extension);
        return choose(chooser, true);
    }

    /** Lets a file be chosen to be written, with this name if nothing else is said; empty if none was. */
    Optional<Path> saveAs(String title, String name) {
        FileChooser chooser = chooser(title, title, List.of("*" + name.substring(name.lastIndexOf('.'))));
        chooser.setInitialFileName(name);
        return choose(chooser, true);
    }

    private FileChooser chooser(String title, String files, List<String> patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(files, patterns));
        settings.folderProperty()
                .get()
                .filter(Files::isDirectory)
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return chooser;
    }

    private Optional<Path> choose(FileChooser chooser, boolean saves) {
        boolean maximized = window.isMaximized();
        Optional<Path> file = dialog.show(chooser, saves, window).map(File::toPath);
        if (maximized) {
            keepMaximized();
        }
        file.map(Path::getParent).ifPresent(settings::choseFrom);
        return file;
    }

    /**
     * With GTK, a dialog gives its window its former size; until the dialog is gone, the window cannot be maximized.
     */
    private void keepMaximized() {
        PauseTransition gone = new PauseTransition(GONE);
        gone.setOnFinished(event -> window.setMaximized(true));
        gone.play();
    }
}

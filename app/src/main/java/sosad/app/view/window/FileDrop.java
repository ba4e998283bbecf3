package sosad.app.view.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import sosad.app.view.Controls;

/** A file that is dropped on the window. */
final class FileDrop {
    private FileDrop() {}

    /** Gives a file that is dropped on {@code scene} to {@code open}. */
    static void listenTo(Scene scene, Consumer<Path> open) {
        scene.setOnDragOver(event -> {
            if (droppable(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragEntered(event ->
                Controls.state(scene.getRoot(), "dropping", droppable(event).isPresent()));
        scene.setOnDragExited(event -> Controls.state(scene.getRoot(), "dropping", false));
        scene.setOnDragDropped(event -> {
            Optional<Path> file = droppable(event);
            file.ifPresent(open);
            event.setDropCompleted(file.isPresent());
            event.consume();
        });
    }

    /** Chips of messages are dragged, too; and of several files it is not clear which is meant. */
    private static Optional<Path> droppable(DragEvent event) {
        List<File> files =
                event.getDragboard().hasFiles() ? event.getDragboard().getFiles() : List.of();
        return files.size() == 1 ? Optional.of(files.get(0).toPath()) : Optional.empty();
    }
}

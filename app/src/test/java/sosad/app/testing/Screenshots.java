package sosad.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Pictures of a scene. */
public final class Screenshots {
    private Screenshots() {}

    /** Writes {@code scene} as a PNG file; call it on the window's thread. */
    public static void save(Scene scene, Path file) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package sosad.app.view.plot;

import static sosad.model.PlainFormat.format;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import sosad.app.testing.SampleOperations;
import sosad.app.testing.Screenshots;
import sosad.app.view.Theme;

/** Draws the operation plot into {@code target/gallery}, with few operations and with a million: a program, no test. */
public final class PlotGallery {
    private PlotGallery() {}

    public static void main(String[] args) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                for (Theme theme : Theme.values()) {
                    Application.setUserAgentStylesheet(theme.base());
                    for (int operations : new int[] {0, 2_500, 40_000, 1_000_000}) {
                        shoot(theme, operations, 3, 660, 430, 1);
                    }
                    shoot(theme, 20_000, 7, 960, 430, 1);
                    shoot(theme, 20_000, 26, 960, 430, 1);
                    shoot(theme, 20_000, 3, 1_000, 600, 1.5);
                }
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private static void shoot(Theme theme, int operations, int nodes, int width, int height, double unit) {
        OperationPlotPane pane = new OperationPlotPane();
        pane.unitProperty().set(unit);
        StackPane root = new StackPane(pane);
        root.setStyle(
                format("-fx-background-color: -sosad-pane; -fx-padding: 16px; -fx-font-size: %.1fpx;", 13 * unit));
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().addAll(Theme.sheet("sosad.css"), theme.colours());
        Stage window = new Stage();
        window.setScene(scene);
        window.show();
        pane.show(SampleOperations.log(operations, 30, nodes), SampleOperations.bands(30), 0);
        while (pane.model().isLoading()) {
            pane.model().take();
        }
        if (operations == 2_500) {
            pane.model().zoom(0.5, 0.5);
            pane.model().chooseBeside(pane.model().geometry(500, 200, 1), true, true);
        }
        root.applyCss();
        root.layout();
        Screenshots.write(
                scene.snapshot(null),
                Path.of(format(
                        "target/gallery/plot-%d-%d-%s.png",
                        operations, nodes, theme.name().toLowerCase(Locale.ROOT))));
        window.close();
    }
}

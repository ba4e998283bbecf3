package sosad.app.view.timeline;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import sosad.app.history.MemoryRun;
import sosad.app.history.SampleHistory;
import sosad.app.view.Theme;
import sosad.protocol.Rules;

/** Draws the time line at the moments worth looking at into {@code target/gallery}: a program, not a test. */
public final class TimelineGallery {
    private TimelineGallery() {}

    public static void main(String[] args) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                for (Theme theme : Theme.values()) {
                    Application.setUserAgentStylesheet(theme.base());
                    runs().forEach((name, run) -> shoot("time-" + name, run, 1360, 200, theme, 1, -1));
                    shoot("time-narrow", SampleHistory.whole(), 760, 150, theme, 1, -1);
                    shoot("time-past", SampleHistory.whole(), 1360, 200, theme, 1, 7);
                    shoot("time-projector", SampleHistory.fourHalfDelivered(), 1860, 300, theme, 1.6, -1);
                }
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private static Map<String, MemoryRun> runs() {
        Map<String, MemoryRun> runs = new LinkedHashMap<>();
        runs.put("start", SampleHistory.atStart());
        runs.put("t4", SampleHistory.fourHalfDelivered());
        runs.put("t5", SampleHistory.whole());
        MemoryRun faults = SampleHistory.afterTwo()
                .step(3, null)
                .put("C", "frogger", "munchkin")
                .put("A", "bob", "x")
                .skew("B", 3)
                .pause("C")
                .pushHeld("B", "A")
                .push("A")
                .get("A", "tom");
        faults.duplicate(faults.message("A", "B")).finish();
        faults.step(4, null).cut("A", "B").kill("A").put("B", "k", "v").push("B");
        faults.release("B", "A").start("A").resume("C").mend().actionsDone();
        runs.put("faults", faults);
        MemoryRun many = new MemoryRun(Rules.DOCUMENT, "A", "B", "C", "D", "E", "F", "G").step(2, null);
        many.put("A", "waffle", "yoda").put("G", "grace", "jack").push("A", "C").finish();
        for (int step = 3; step < 9; step++) {
            many.step(step, null)
                    .put("B", "key" + step, "v")
                    .push("B", "E")
                    .sync("G")
                    .finish();
        }
        runs.put("many", many);
        return runs;
    }

    private static void shoot(
            String name, MemoryRun run, double width, double height, Theme theme, double unit, int selected) {
        TimelinePane pane = new TimelinePane();
        pane.unitProperty().set(unit);
        StackPane root = new StackPane(pane);
        root.setStyle("-fx-background-color: -sosad-pane; -fx-padding: 12px; -fx-font-size: " + 13 * unit + "px;");
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets()
                .addAll(
                        theme.colours(),
                        Objects.requireNonNull(Theme.class.getResource("sosad.css"))
                                .toExternalForm());
        javafx.stage.Stage window = new javafx.stage.Stage();
        window.setScene(scene);
        window.show();
        pane.scenarioProperty().set(SampleHistory.scenario());
        pane.historyProperty().set(run.history());
        if (selected >= 0) {
            pane.selectedProperty().set(run.history().snapshots().get(selected));
        }
        root.applyCss();
        root.layout();
        File file = new File("target/gallery/" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        file.getParentFile().mkdirs();
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        window.close();
    }
}

package sosad.app.view.timeline;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import sosad.app.diagram.TimeDirection;
import sosad.app.explain.healing.HealingBand;
import sosad.app.explain.healing.HealingStretch;
import sosad.app.history.MemoryRun;
import sosad.app.history.SampleHistory;
import sosad.app.view.Theme;
import sosad.model.Key;
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
                    looks().forEach((name, look) ->
                            shoot("time-" + name, SampleHistory.whole(), 1360, 200, theme, 1, -1, look));
                    runs().forEach((name, run) -> shoot("down-" + name, run, 900, 760, theme, 1, -1, DOWN));
                    shoot("down-band", SampleHistory.whole(), 1100, 700, theme, 1, 12, DOWN.andThen(BAND));
                }
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private static final Consumer<TimelinePane> DOWN =
            pane -> pane.directionProperty().set(TimeDirection.DOWN);
    private static final Consumer<TimelinePane> BAND =
            pane -> pane.bandProperty().set(band(pane.historyProperty().get().size()));

    private static HealingBand band(int events) {
        return new HealingBand(
                Optional.of(new Key("waffle")),
                List.of(
                        new HealingStretch(0, 9, 200, 200, false),
                        new HealingStretch(10, 16, 124, 200, false),
                        new HealingStretch(17, events - 1, 0, 12, true)));
    }

    private static Map<String, Consumer<TimelinePane>> looks() {
        Map<String, Consumer<TimelinePane>> looks = new LinkedHashMap<>();
        looks.put("band", BAND);
        looks.put("lit", BAND.andThen(pane -> pane.litProperty().set(Set.of(2, 6, 7, 18, 26))));
        looks.put("hover", pane -> press(pane, KeyCode.UP, 12));
        looks.put("found", pane -> {
            pane.find();
            ((TextField) pane.head().lookup(".text-field")).setText("waffle");
        });
        looks.put("zoomed-out", pane -> {
            MemoryRun run = SampleHistory.whole();
            for (int step = 6; step < 60; step++) {
                run.step(step, null)
                        .put("A", "key" + step, "v")
                        .push("A")
                        .sync("B")
                        .finish();
            }
            pane.historyProperty().set(run.history());
            press(pane, KeyCode.DIGIT0, 1);
        });
        looks.put("zoomed-out-half", pane -> {
            looks.get("zoomed-out").accept(pane);
            press(pane, KeyCode.PLUS, 5);
        });
        looks.put("crowded", pane -> {
            MemoryRun run = SampleHistory.whole();
            for (int step = 6; step < 300; step++) {
                run.step(step, null)
                        .put("A", "key" + step, "v")
                        .push("A")
                        .sync("B")
                        .finish();
            }
            pane.historyProperty().set(run.history());
            press(pane, KeyCode.DIGIT0, 1);
        });
        looks.put("zoomed-in", pane -> press(pane, KeyCode.PLUS, 5));
        return looks;
    }

    private static void press(TimelinePane pane, KeyCode key, int times) {
        settle(pane);
        for (int i = 0; i < times; i++) {
            Event.fireEvent(
                    pane.lookup(".timeline-view"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            settle(pane);
        }
    }

    private static void settle(Parent pane) {
        pane.applyCss();
        pane.layout();
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
        shoot(name, run, width, height, theme, unit, selected, pane -> {});
    }

    private static void shoot(
            String name,
            MemoryRun run,
            double width,
            double height,
            Theme theme,
            double unit,
            int selected,
            Consumer<TimelinePane> look) {
        TimelinePane pane = new TimelinePane();
        pane.unitProperty().set(unit);
        VBox root = new VBox(pane.head(), pane);
        VBox.setVgrow(pane, Priority.ALWAYS);
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
        settle(root);
        look.accept(pane);
        settle(root);
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

package sosad.app.view.stage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import sosad.app.history.MemoryRun;
import sosad.app.history.SampleHistory;
import sosad.app.view.Theme;
import sosad.app.view.stage.message.MessageBox;
import sosad.protocol.Rules;

/**
 * Draws the stage at the moments worth looking at into {@code target/gallery}, light and dark. A program, not a test:
 * run it with the headless flags of the window tests, and with a word to draw only the pictures whose name has it.
 */
public final class Gallery {
    private Gallery() {}

    public static void main(String[] args) throws InterruptedException {
        String wanted = args.length == 0 ? "" : args[0];
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                drawAll(wanted);
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private static void drawAll(String wanted) {
        for (Theme theme : Theme.values()) {
            Application.setUserAgentStylesheet(theme.base());
            String suffix = "-" + theme.name().toLowerCase(java.util.Locale.ROOT);
            runs().forEach((name, run) -> {
                if (name.contains(wanted)) {
                    shoot(name + suffix, stage(run), 770, 400, theme, 13);
                }
            });
            if ("wide".contains(wanted)) {
                shoot("wide-3" + suffix, stage(SampleHistory.fiveInFlight()), 1040, 520, theme, 13);
                shoot("wide-7" + suffix, stage(many(7)), 1040, 520, theme, 13);
                shoot("small-3" + suffix, stage(SampleHistory.fiveInFlight()), 520, 290, theme, 13);
            }
            if ("popover".contains(wanted)) {
                MemoryRun run = SampleHistory.fiveInFlight();
                StagePane stage = stage(run);
                shoot("popover" + suffix, stage, 770, 400, theme, 13, pane -> open(pane, run.message("C", "B")));
            }
        }
    }

    private static void open(Region pane, long id) {
        pane.lookupAll(".stage-message").stream()
                .map(MessageBox.class::cast)
                .filter(box -> box.message().id() == id)
                .findFirst()
                .orElseThrow()
                .fireEvent(new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        javafx.scene.input.KeyCode.ENTER,
                        false,
                        false,
                        false,
                        false));
    }

    private static Map<String, MemoryRun> runs() {
        Map<String, MemoryRun> runs = new LinkedHashMap<>();
        runs.put("t1", SampleHistory.atStart());
        runs.put("t3", SampleHistory.threeInFlight());
        runs.put("t4", SampleHistory.fourHalfDelivered());
        runs.put("t5", SampleHistory.fiveInFlight());
        runs.put("t5-done", SampleHistory.whole());
        MemoryRun faults = SampleHistory.afterTwo()
                .step(3, null)
                .put("C", "frogger", "munchkin")
                .put("A", "bob", "x")
                .skew("B", 3)
                .pause("C")
                .pushHeld("B", "A")
                .push("A");
        faults.duplicate(faults.message("A", "B")).actionsDone();
        runs.put("faults", faults);
        runs.put("dead", SampleHistory.fiveInFlight().kill("A").cut("A", "B").cut("B", "A"));
        MemoryRun held = SampleHistory.fiveInFlight();
        runs.put("handled", held.hold(held.message("C", "B")).drop(held.message("C", "A")));
        runs.put("n1", many(1));
        runs.put("n2", many(2));
        runs.put("n4", many(4));
        runs.put("n5", many(5));
        runs.put("n7", many(7));
        runs.put("n26", many(26));
        return runs;
    }

    private static MemoryRun many(int nodes) {
        String[] names = new String[nodes];
        for (int i = 0; i < nodes; i++) {
            names[i] = String.valueOf((char) ('A' + i));
        }
        MemoryRun run = new MemoryRun(Rules.DOCUMENT, names).step(2, null);
        run.put("A", "waffle", "yoda").put(names[nodes - 1], "grace", "jack");
        run.finish().step(3, null);
        if (nodes > 2) {
            run.push("A", "C");
        } else {
            run.push("A");
        }
        if (nodes > 1) {
            run.push(names[nodes - 1]);
        }
        return run.actionsDone();
    }

    private static StagePane stage(MemoryRun run) {
        StagePane pane = new StagePane();
        pane.animatedProperty().set(false);
        pane.actionsProperty().set(new NotedActions());
        pane.snapshotProperty().set(run.present());
        pane.baselineProperty().set(run.history().before(run.present()).orElse(null));
        return pane;
    }

    private static void shoot(String name, Region pane, double width, double height, Theme theme, double font) {
        shoot(name, pane, width, height, theme, font, shown -> {});
    }

    private static void shoot(
            String name, Region pane, double width, double height, Theme theme, double font, Consumer<Region> act) {
        StackPane root = new StackPane(pane);
        root.setStyle("-fx-background-color: -sosad-pane; -fx-font-size: " + font + "px;");
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets()
                .addAll(
                        theme.colours(),
                        Objects.requireNonNull(Theme.class.getResource("sosad.css"))
                                .toExternalForm());
        javafx.stage.Stage window = new javafx.stage.Stage();
        window.setScene(scene);
        window.show();
        root.applyCss();
        root.layout();
        act.accept(pane);
        root.applyCss();
        root.layout();
        File file = new File("target/gallery/" + name + ".png");
        file.getParentFile().mkdirs();
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        window.close();
    }
}

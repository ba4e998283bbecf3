package sosad.app.view.window;

import static sosad.model.PlainFormat.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import sosad.app.scenario.Scenario;
import sosad.app.testing.CrowdedMoment;
import sosad.app.testing.FakeLab;
import sosad.app.testing.Scenarios;
import sosad.app.testing.Screenshots;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.lesson.BundledScenario;

/**
 * Draws the window for people to look at: every lesson at its most crowded moment, and the tools, in all sizes, light,
 * dark and for a projector, with a page that shows all pictures in a grid. No process is started.
 */
public final class Screens {
    static final List<Dimension2D> SIZES = List.of(
            new Dimension2D(1024, 768),
            new Dimension2D(1280, 720),
            new Dimension2D(1280, 800),
            new Dimension2D(1366, 768),
            new Dimension2D(1440, 900),
            new Dimension2D(1600, 900),
            new Dimension2D(1920, 1080));

    /** The appearances, by their names. */
    private static final Map<String, Consumer<LabWindow>> LOOKS = new LinkedHashMap<>();

    /** The things that can be opened over a lesson. */
    private static final Map<String, Consumer<LabWindow>> TOOLS = new LinkedHashMap<>();

    static {
        LOOKS.put("light", window -> {});
        LOOKS.put("dark", LabWindow::switchTheme);
        LOOKS.put("projector", LabWindow::switchProjector);
        LOOKS.put("projector-dark", window -> {
            window.switchTheme();
            window.switchProjector();
        });
        TOOLS.put("matrix", window -> {
            window.labView.tables.select(2);
            pressAlt(window, KeyCode.DIGIT3);
        });
        TOOLS.put("time line", window -> pressAlt(window, KeyCode.DIGIT4));
        TOOLS.put("client", window -> pressAlt(window, KeyCode.DIGIT5));
        TOOLS.put("message", Screens::openMessage);
        TOOLS.put("faults", window -> {
            pressAlt(window, KeyCode.DIGIT5);
            window.labView.tools.openFaults();
        });
        TOOLS.put("log", window -> {
            pressAlt(window, KeyCode.DIGIT5);
            window.labView.tools.openLog();
        });
        TOOLS.put("help", LabWindow::toggleHelp);
    }

    private final Path directory;
    private final String wanted;
    private final ExecutorService writers = Executors.newFixedThreadPool(2);
    private final Map<String, Set<String>> drawn = new LinkedHashMap<>();

    private Screens(Path directory, String wanted) {
        this.directory = directory;
        this.wanted = wanted;
    }

    /** Draws into the directory given; with a second word only the pictures whose names contain it. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Screens screens = new Screens(directory, arguments.length > 1 ? arguments[1] : "");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            screens.drawAll();
        } finally {
            screens.writers.shutdown();
            Platform.exit();
        }
        if (!screens.writers.awaitTermination(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the pictures are not written after five minutes");
        }
    }

    private void drawAll() throws Exception {
        for (Map.Entry<String, Consumer<LabWindow>> look : LOOKS.entrySet()) {
            for (BundledScenario lesson : Scenarios.shipped()) {
                draw(look.getKey(), lesson.name(), lesson, look.getValue());
            }
            BundledScenario sample = Scenarios.shipped().get(0);
            for (Map.Entry<String, Consumer<LabWindow>> tool : TOOLS.entrySet()) {
                draw(
                        look.getKey(),
                        "sample, " + tool.getKey(),
                        sample,
                        look.getValue().andThen(tool.getValue()));
            }
        }
        Files.writeString(directory.resolve("index.html"), page());
    }

    /** Draws one lesson in one appearance, in all sizes. */
    private void draw(String look, String what, BundledScenario lesson, Consumer<LabWindow> prepare) throws Exception {
        List<Dimension2D> sizes = SIZES.stream()
                .filter(size -> name(look, what, size).contains(wanted))
                .toList();
        if (sizes.isEmpty()) {
            return;
        }
        Scenario scenario = lesson.loader().get();
        LabWindow[] window = new LabWindow[1];
        onFx(() -> {
            FxLabListener listener = new FxLabListener(Runnable::run);
            FakeLab lab = new FakeLab(listener);
            window[0] = new LabWindow(
                    lab,
                    listener,
                    Scenarios.shipped(),
                    file -> scenario,
                    Optional.empty(),
                    Runnable::run,
                    Runnable::run);
            window[0].playback().animatedProperty().set(false);
            window[0].labView.opener.open(lesson);
            CrowdedMoment.of(scenario).reach(lab);
        });
        boolean isFirst = true;
        for (Dimension2D size : sizes) {
            Stage[] stage = new Stage[1];
            boolean prepares = isFirst;
            onFx(() -> {
                stage[0] = new Stage();
                stage[0].setScene(window[0].scene());
                stage[0].setWidth(size.getWidth());
                stage[0].setHeight(size.getHeight());
                stage[0].show();
                if (prepares) {
                    layOut(window[0]);
                    prepare.accept(window[0]);
                }
                layOut(window[0]);
            });
            isFirst = false;
            Path file = directory.resolve(name(look, what, size));
            onFx(() -> {
                layOut(window[0]);
                WritableImage picture = window[0].scene().snapshot(null);
                writers.execute(() -> Screenshots.write(picture, file));
                stage[0].hide();
            });
            drawn.computeIfAbsent(look, any -> new LinkedHashSet<>()).add(what);
        }
    }

    private static void layOut(LabWindow window) {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
    }

    private static void openMessage(LabWindow window) {
        Node message = window.scene().getRoot().lookupAll(".stage-message").stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow();
        Event.fireEvent(message, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    }

    /** Chooses what stands in the stage's place in projector mode. */
    private static void pressAlt(LabWindow window, KeyCode key) {
        Event.fireEvent(
                window.scene().getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, true, false));
    }

    private static void onFx(Runnable work) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException failure) {
                done.completeExceptionally(failure);
            }
        });
        done.get(1, TimeUnit.MINUTES);
    }

    /** Such as {@code dark/gateway-1280x720.png}. */
    private static String name(String look, String what, Dimension2D size) {
        return "%s/%s-%s.png".formatted(look, what.replace(", ", "-").replace(' ', '-'), words(size));
    }

    private static String words(Dimension2D size) {
        return format("%dx%d", (int) size.getWidth(), (int) size.getHeight());
    }

    /** A table for each appearance, a row for each lesson, a column for each size. */
    private String page() {
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <meta charset="utf-8">
                <title>SOSAD Lab: all lessons at their most crowded moment</title>
                <style>
                  body { font: 14px sans-serif; margin: 24px; background: #888f99; }
                  th { position: sticky; top: 0; background: #888f99; padding: 8px; }
                  tr > th { left: 0; text-align: left; }
                  img { width: 400px; display: block; }
                </style>
                """);
        drawn.forEach((look, lessons) -> {
            page.append("<h2>").append(look).append("</h2>\n<table>\n<tr><th>");
            SIZES.forEach(size -> page.append("<th>").append(words(size)));
            for (String row : lessons) {
                page.append("\n<tr><th>").append(row);
                for (Dimension2D size : SIZES) {
                    String file = name(look, row, size);
                    page.append("<td>");
                    if (file.contains(wanted)) {
                        page.append("<a href='%1$s'><img src='%1$s' loading='lazy'></a>".formatted(file));
                    }
                }
            }
            page.append("\n</table>\n");
        });
        return page.toString();
    }
}

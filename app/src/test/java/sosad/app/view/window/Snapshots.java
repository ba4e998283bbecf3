package sosad.app.view.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import sosad.app.scenario.BundledScenarios;
import sosad.app.testing.FakeLab;
import sosad.app.testing.OnFx;
import sosad.app.testing.Scenarios;
import sosad.app.testing.Screenshots;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.FxLabListener;

/** Draws the window in both themes and several sizes into the directory given, for people to look at. */
public final class Snapshots {
    private final Path directory;

    private Snapshots(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Set<String> wanted = Set.of(arguments).size() == 1
                ? Set.of()
                : Set.copyOf(List.of(arguments).subList(1, arguments.length));
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                new Snapshots(directory).all(wanted);
                done.complete(null);
            } catch (RuntimeException failure) {
                done.completeExceptionally(failure);
            }
        });
        done.get();
        System.exit(0);
    }

    private void all(Set<String> wanted) {
        shot(wanted, "start-light-1440", 1440, 900, window -> {});
        shot(wanted, "flight-light-1440", 1440, 900, window -> press(window, 4));
        shot(wanted, "flight-dark-1440", 1440, 900, window -> {
            window.switchTheme();
            press(window, 4);
        });
        shot(wanted, "end-light-1280", 1280, 720, window -> press(window, 7));
        shot(wanted, "end-dark-1920", 1920, 1080, window -> {
            window.switchTheme();
            press(window, 7);
        });
        shot(wanted, "document-light-1280", 1280, 800, window -> {
            press(window, 5);
            window.tables.select(1);
        });
        shot(wanted, "matrix-light-1440", 1440, 900, window -> {
            press(window, 5);
            window.tables.select(2);
        });
        shot(wanted, "matrix-dark-1024", 1024, 700, window -> {
            window.switchTheme();
            press(window, 5);
            window.tables.select(2);
        });
        shot(wanted, "small-light-1024", 1024, 700, window -> press(window, 4));
        shot(wanted, "projector-light-1920", 1920, 1080, window -> {
            window.switchProjector();
            press(window, 4);
        });
        shot(wanted, "projector-dark-1440", 1440, 900, window -> {
            window.switchTheme();
            window.switchProjector();
            press(window, 4);
        });
        shot(wanted, "crash-light-1280", 1280, 800, window -> {
            window.opener.open(window.opener.bundled().get(7));
            press(window, 6);
        });
        shot(wanted, "crash-past-dark-1440", 1440, 900, window -> {
            window.switchTheme();
            window.opener.open(window.opener.bundled().get(7));
            press(window, 7);
            window.lab()
                    .selectedProperty()
                    .set(window.lab().historyProperty().get().snapshots().get(5));
            window.lab()
                    .report(new Banner(
                            "Node B ended by itself: killed from outside.", "Start it again, or press Restart."));
        });
        shot(wanted, "partition-matrix-light-1920", 1920, 1080, window -> {
            window.opener.open(window.opener.bundled().get(8));
            press(window, 6);
            window.tables.select(2);
        });
        shot(wanted, "past-light-1024", 1024, 700, window -> {
            press(window, 5);
            window.lab()
                    .selectedProperty()
                    .set(window.lab().historyProperty().get().snapshots().get(8));
        });
        shot(wanted, "gateway-light-1280", 1280, 800, Snapshots::gatewayWithADeadNode);
        shot(wanted, "gateway-dark-1280", 1280, 800, window -> {
            window.switchTheme();
            gatewayWithADeadNode(window);
        });
        shot(wanted, "read-or-write-light-1280", 1280, 800, window -> {
            window.opener.open(
                    window.opener.bundled().get(BundledScenarios.names().indexOf("read-or-write")));
            press(window, 12);
            window.tools.openLog();
        });
        shot(wanted, "message-dark-1280", 1280, 800, window -> {
            window.switchTheme();
            press(window, 4);
            onFirstChip(window, KeyCode.ENTER);
        });
        shot(wanted, "delay-light-1280", 1280, 800, window -> {
            press(window, 4);
            onFirstChip(window, KeyCode.ENTER);
            OnFx.press(window.scene().lookup(".stage-popover"), KeyCode.L);
        });
        shot(wanted, "faults-light-1280", 1280, 800, Snapshots::everyFault);
        shot(wanted, "faults-dark-1280", 1280, 800, window -> {
            window.switchTheme();
            everyFault(window);
        });
        shot(wanted, "faults-small-light-1024", 1024, 700, Snapshots::everyFault);
        shot(wanted, "faults-projector-dark-1440", 1440, 900, window -> {
            window.switchTheme();
            window.switchProjector();
            everyFault(window);
        });
        shot(wanted, "no-faults-light-1440", 1440, 900, window -> {
            press(window, 6);
            window.tools.openFaults();
        });
        shot(wanted, "help-light-1280", 1280, 800, window -> {
            press(window, 2);
            window.toggleHelp();
        });
        shot(wanted, "log-light-1280", 1280, 800, window -> {
            press(window, 7);
            window.tools.openLog();
        });
    }

    private static void onFirstChip(LabWindow window, KeyCode key) {
        OnFx.press(window.scene().lookup(".flight-chip"), key);
    }

    private static void everyFault(LabWindow window) {
        window.lab().open(Scenarios.faults());
        press(window, 1);
        window.tools.openFaults();
    }

    private static void gatewayWithADeadNode(LabWindow window) {
        window.opener.open(window.opener.bundled().get(BundledScenarios.names().indexOf("gateway")));
        press(window, 6);
        window.lab().showPresent();
    }

    private static void press(LabWindow window, int times) {
        for (int i = 0; i < times; i++) {
            window.playback().next();
        }
    }

    private void shot(Set<String> wanted, String name, double width, double height, Consumer<LabWindow> scene) {
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            return;
        }
        FxLabListener listener = new FxLabListener(Runnable::run);
        LabWindow window = new LabWindow(
                new FakeLab(listener),
                listener,
                Scenarios.shipped(),
                file -> Scenarios.sample(),
                Runnable::run,
                Runnable::run);
        window.playback().animatedProperty().set(false);
        Stage stage = new Stage();
        stage.setScene(window.scene());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        window.openFirst();
        scene.accept(window);
        Screenshots.save(window.scene(), directory.resolve(name + ".png"));
        stage.hide();
    }
}

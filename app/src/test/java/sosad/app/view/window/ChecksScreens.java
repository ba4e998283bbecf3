package sosad.app.view.window;

import static sosad.model.PlainFormat.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Dimension2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import sosad.app.testing.InventedSuite;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Screenshots;

/** Draws the view Checks for people to look at: each of its states, light and dark, in four sizes. */
public final class ChecksScreens {
    private static final List<Dimension2D> SIZES = List.of(
            new Dimension2D(1024, 768),
            new Dimension2D(1280, 800),
            new Dimension2D(1440, 900),
            new Dimension2D(1920, 1080));

    private static final Map<String, Step> STATES = new LinkedHashMap<>();

    /** Brings the view into a state. */
    private interface Step {
        void take(OpenWindow open, InventedSuite suite) throws Exception;
    }

    static {
        STATES.put("empty", (open, suite) -> {});
        STATES.put("form", (open, suite) -> OnFx.push(open.window.scene(), KeyCode.O, KeyCode.CONTROL));
        STATES.put(
                "servers",
                (open, suite) -> OnFx.run(() -> {
                    open.window
                            .checks
                            .target()
                            .kindProperty()
                            .set(sosad.app.viewmodel.checks.TargetViewModel.Kind.FOREIGN);
                    open.window.scene().getRoot().layout();
                }));
        STATES.put("running", (open, suite) -> {
            OnFx.push(open.window.scene(), KeyCode.ESCAPE);
            OnFx.run(() -> open.window
                    .checks
                    .target()
                    .kindProperty()
                    .set(sosad.app.viewmodel.checks.TargetViewModel.Kind.FRESH));
            suite.holdAt("4.1");
            OnFx.run(() -> open.window.checks.runAll());
            suite.awaitHeld();
            select(open, "4.1");
        });
        STATES.put("predicted", (open, suite) -> select(open, "2.3"));
        STATES.put("failed", (open, suite) -> select(open, "3"));
        STATES.put("over", (open, suite) -> {
            suite.letGo();
            while (OnFx.get(() -> open.window.checks.statusProperty().get().isBusy())) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            select(open, "1");
        });
        STATES.put("notice", (open, suite) -> {
            suite.failWith("Node B did not start: no Java found. Install Java 17, or set JAVA_HOME.");
            OnFx.run(() -> open.window.checks.runAll());
            while (OnFx.get(() -> open.window.checks.statusProperty().get().isBusy())) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        });
    }

    private ChecksScreens() {}

    private static void select(OpenWindow open, String number) {
        OnFx.run(() -> open.window.checks.rows().stream()
                .filter(row -> row.check().number().toString().equals(number))
                .findFirst()
                .ifPresent(open.window.checks.selectedProperty()::set));
    }

    /**
     * Draws into the directory given; with a second word only the sizes that begin with it, with a third in text of
     * that size.
     */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        for (boolean dark : List.of(false, true)) {
            for (Dimension2D size : SIZES) {
                String words = format("%d", (int) size.getWidth());
                if (arguments.length > 1 && !(words + (dark ? "d" : "l")).startsWith(arguments[1])) {
                    continue;
                }
                InventedSuite suite = new InventedSuite();
                OpenWindow open = OnFx.get(
                        () -> OpenWindow.checking(suite.setup(), new Stage(), size.getWidth(), size.getHeight()));
                if (dark) {
                    OnFx.run(open.window::switchTheme);
                }
                if (arguments.length > 2) {
                    OnFx.run(() -> open.window.settings().textPercentProperty().set(Double.parseDouble(arguments[2])));
                }
                OnFx.push(open.window.scene(), KeyCode.F3);
                for (Map.Entry<String, Step> state : STATES.entrySet()) {
                    state.getValue().take(open, suite);
                    TimeUnit.MILLISECONDS.sleep(700);
                    Path file =
                            directory.resolve("%s-%s-%s.png".formatted(words, dark ? "dark" : "light", state.getKey()));
                    OnFx.run(() -> Screenshots.write(open.window.scene().snapshot(null), file));
                }
                OnFx.run(open.stage()::hide);
            }
        }
        System.exit(0);
    }
}

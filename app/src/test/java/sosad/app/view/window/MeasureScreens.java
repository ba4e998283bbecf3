package sosad.app.view.window;

import static sosad.model.PlainFormat.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.stage.Stage;
import sosad.app.measure.MeasuredRun;
import sosad.app.measure.RunFile;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.SampleMeasurements;
import sosad.app.testing.SampleOperations;
import sosad.app.testing.Screenshots;

/** Draws the view Measure into {@code target/gallery}, in its states and in several sizes: a program, no test. */
public final class MeasureScreens {
    private static final List<Dimension2D> SIZES = List.of(
            new Dimension2D(1024, 768),
            new Dimension2D(1280, 800),
            new Dimension2D(1440, 900),
            new Dimension2D(1920, 1080));

    private MeasureScreens() {}

    public static void main(String[] args) throws Exception {
        Path file = Files.createTempFile("run", ".jsonl");
        RunFile.write(MeasuredRun.of("yesterday", SampleOperations.log(9_000, 60), List.of()), file);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        for (boolean dark : new boolean[] {false, true}) {
            for (Dimension2D size : SIZES) {
                shoot(dark, size, file);
            }
        }
        Files.delete(file);
        Platform.exit();
    }

    private static void shoot(boolean dark, Dimension2D size, Path file) {
        OpenWindow open = OnFx.get(() -> OpenWindow.sample(new Stage(), size.getWidth(), size.getHeight()));
        LabWindow window = open.window;
        OnFx.run(() -> {
            window.settings().darkProperty().set(dark);
            window.frame.show(window.frame.views().get(2));
        });
        save(window, "empty", dark, size);
        OnFx.run(open.engine::goLive);
        save(window, "no-clients", dark, size);
        OnFx.run(() -> open.engine.live(
                SampleMeasurements.live(window.lab().shownProperty().get(), 24_000, 60)));
        save(window, "run", dark, size);
        OnFx.run(() -> {
            window.measure.layBeneath(file);
            window.measure.open(Path.of("no-such-run.jsonl"));
        });
        save(window, "beneath", dark, size);
        OnFx.run(open.stage()::close);
    }

    private static void save(LabWindow window, String what, boolean dark, Dimension2D size) {
        String name = format("measure-%s-%d-%s.png", what, (int) size.getWidth(), dark ? "dark" : "light");
        OnFx.run(() -> {}); // what was told meanwhile comes first
        OnFx.run(() -> Screenshots.save(window.scene(), Path.of("target/gallery", name)));
    }
}

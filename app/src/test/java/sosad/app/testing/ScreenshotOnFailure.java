package sosad.app.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a picture of every open window under {@code target/screenshots} when a test has failed. */
public final class ScreenshotOnFailure implements AfterTestExecutionCallback {
    @Override
    public void afterTestExecution(ExtensionContext context) throws Exception {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        String name = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        CompletableFuture<Void> saved = new CompletableFuture<>();
        Platform.runLater(() -> {
            List<Window> windows = new ArrayList<>(Window.getWindows());
            for (int i = 0; i < windows.size(); i++) {
                Screenshots.save(
                        windows.get(i).getScene(),
                        Path.of("target", "screenshots", name + (i == 0 ? "" : "-" + i) + ".png"));
            }
            saved.complete(null);
        });
        saved.get(10, TimeUnit.SECONDS);
    }
}

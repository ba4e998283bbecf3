package sosad.app.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessCommand;

/** A screen that nobody sees, by Xvfb. */
final class VirtualScreen {
    private static final int TIMEOUT_SECONDS = 10;

    private VirtualScreen() {}

    /** Starts one; gives what {@code DISPLAY} is to be, or nothing where there is no Xvfb or it does not come up. */
    static Optional<String> start(Children children) throws InterruptedException {
        CompletableFuture<String> number = new CompletableFuture<>();
        ProcessCommand xvfb = new ProcessCommand(
                List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"));
        try {
            children.start("Xvfb", xvfb, line -> {
                if (line.matches("[0-9]+")) {
                    number.complete(line);
                }
            });
            return Optional.of(":" + number.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
        } catch (NodeException | TimeoutException | ExecutionException e) {
            return Optional.empty();
        }
    }
}

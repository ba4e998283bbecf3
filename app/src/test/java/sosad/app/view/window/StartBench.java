package sosad.app.view.window;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import sosad.app.cli.Main;

/**
 * Measures how long a user waits from the command to the window, and to the sample's first tables in it. Opens the
 * window of the packed program on the display there is, again and again. Prints medians; not a test.
 */
public final class StartBench {
    private static final int ROUNDS = 9;
    private static final String CHILD = "child";

    private StartBench() {}

    /** @param args none, or the word that makes this one of the processes that are measured */
    public static void main(String[] args) throws Exception {
        if (args.length == 1 && args[0].equals(CHILD)) {
            Thread watch = new Thread(StartBench::watch, "watch");
            watch.setDaemon(true);
            watch.start();
            Main.main(new String[0]);
        } else if (System.getenv("DISPLAY") == null) {
            System.out.println("skipped, because there is no display (on a machine without one: xvfb-run)");
        } else {
            List<Long> shown = new ArrayList<>();
            List<Long> tables = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                String[] millis = child().strip().split(" ", -1);
                shown.add(Long.parseLong(millis[0]));
                tables.add(Long.parseLong(millis[1]));
            }
            System.out.printf(
                    Locale.ROOT,
                    "from the start of Java, medians of %d: the window %d ms, the sample's tables %d ms%n",
                    ROUNDS,
                    median(shown),
                    median(tables));
        }
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
    }

    private static String child() throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        String classPath = String.join(
                File.pathSeparator, target.resolve("sosad.jar").toString(), target.resolve("test-classes") + "");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        StartBench.class.getName(),
                        CHILD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    /** Looks at the window between its pulses, then ends it. */
    private static void watch() {
        try {
            long shown = await(() -> Window.getWindows().stream().anyMatch(Window::isShowing));
            long tables = await(StartBench::showsTables);
            System.out.println(shown + " " + tables);
            Platform.exit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean showsTables() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".bar-time").stream())
                .anyMatch(time -> ((Labeled) time).getText().equals("T = 1"));
    }

    private interface Sight {
        boolean isThere();
    }

    /** Returns how long Java has been running when this is seen, in milliseconds. */
    private static long await(Sight sight) throws InterruptedException {
        long[] seen = new long[1];
        while (seen[0] == 0) {
            CountDownLatch looked = new CountDownLatch(1);
            try {
                Platform.runLater(() -> {
                    if (sight.isThere()) {
                        seen[0] = ManagementFactory.getRuntimeMXBean().getUptime();
                    }
                    looked.countDown();
                });
                looked.await();
            } catch (IllegalStateException e) {
                // JavaFX has not started yet
            }
            Thread.sleep(20);
        }
        return seen[0];
    }
}

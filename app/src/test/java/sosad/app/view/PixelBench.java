package sosad.app.view;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures what a user waits for, from outside: a real key (XTEST) goes to the packed program on the display there is,
 * and the display's pixels are read (XGetImage) until the stage changes. Prints medians; not a test.
 */
public final class PixelBench {
    private static final int STEPS = 26;
    /** The first steps warm up. */
    private static final int WARM_UP = 2;

    private static final int QUIET_MILLIS = 700;
    private static final int START_SECONDS = 60;
    private static final int DEADLINE_SECONDS = 20;

    private final Robot robot;
    private final Rectangle stage;

    private PixelBench() throws AWTException {
        robot = new Robot();
        // The part of the stage where cards and links are at 1280 × 800 and above, without the bar and the tables.
        stage = new Rectangle(40, 130, 420, 330);
    }

    /** @param args {@code projector} to measure projector mode */
    public static void main(String[] args) throws Exception {
        if (System.getenv("DISPLAY") == null) {
            System.out.println("skipped, because there is no display (on a machine without one: xvfb-run)");
            return;
        }
        Path scenario = Files.createTempFile("pushes", ".yaml");
        Process app = null;
        try {
            Files.writeString(scenario, pushes());
            app = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            Path.of("target", "sosad.jar").toAbsolutePath().toString(),
                            "gui",
                            "--settings=none",
                            scenario.toString())
                    .inheritIO()
                    .start();
            new PixelBench().run(Arrays.asList(args).contains("projector"));
        } finally {
            if (app != null) {
                app.destroy();
                app.waitFor();
            }
            Files.delete(scenario);
        }
    }

    /** Every step writes at B, which pushes to both others: so many messages to see, and so many to deliver. */
    private static String pushes() {
        StringBuilder yaml = new StringBuilder("scenario: Pushes\ncluster: {nodes: [A, B, C]}\nsteps:\n");
        for (int i = 0; i < STEPS; i++) {
            yaml.append("  - do: [{put: {at: B, key: k, value: v" + i + "}}, {push: {from: B}}]\n");
        }
        return yaml.toString();
    }

    private void run(boolean inProjectorMode) throws InterruptedException, IOException {
        awaitQuiet(START_SECONDS);
        robot.mouseMove(2, 700); // where nothing reacts to the pointer
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        if (inProjectorMode) {
            robot.keyPress(KeyEvent.VK_F11);
            robot.keyRelease(KeyEvent.VK_F11);
        }
        List<Double> toMessages = new ArrayList<>();
        List<Double> toDelivery = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            double next = millis();
            double deliver = millis();
            if (i >= WARM_UP) {
                toMessages.add(next);
                toDelivery.add(deliver);
            }
        }
        var screen = Toolkit.getDefaultToolkit().getScreenSize();
        String where = "display " + screen.width + "×" + screen.height + (inProjectorMode ? ", projector mode" : "");
        print("Next to the first pixel of messages in flight", where, toMessages);
        print("deliver to the first pixel", where, toDelivery);
    }

    /** Presses PageDown on a stage at rest and waits for it to change; the key is let go of afterwards. */
    private double millis() throws InterruptedException {
        int[] before = awaitQuiet(DEADLINE_SECONDS);
        long begin = System.nanoTime();
        robot.keyPress(KeyEvent.VK_PAGE_DOWN);
        long end = begin + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (Arrays.equals(before, pixels())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the stage did not change within " + DEADLINE_SECONDS + " s");
            }
        }
        double millis = (System.nanoTime() - begin) / 1e6;
        robot.keyRelease(KeyEvent.VK_PAGE_DOWN);
        return millis;
    }

    private int[] pixels() {
        BufferedImage image = robot.createScreenCapture(stage);
        return image.getRGB(0, 0, stage.width, stage.height, null, 0, stage.width);
    }

    /** Returns the stage once it has been the same for a while and shows something. */
    private int[] awaitQuiet(int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        int[] last = pixels();
        long since = System.nanoTime();
        while (System.nanoTime() < end) {
            Thread.sleep(50);
            int[] now = pixels();
            if (!Arrays.equals(last, now)) {
                last = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS)
                    && Arrays.stream(now).distinct().count() > 50) {
                return now;
            }
        }
        throw new IllegalStateException("the stage was not at rest within " + seconds + " s");
    }

    private static void print(String what, String where, List<Double> millis) {
        millis.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms (%.1f to %.1f), of %d; %s%n",
                what,
                millis.get(millis.size() / 2),
                millis.get(0),
                millis.get(millis.size() - 1),
                millis.size(),
                where);
    }
}

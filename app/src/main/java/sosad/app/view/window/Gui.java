package sosad.app.view.window;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import sosad.app.check.suite.SuiteRunner;
import sosad.app.lab.Lab;

/** Opens the window and stays until it is closed. */
public final class Gui {
    private static final AtomicReference<Opening> OPENING = new AtomicReference<>();
    private static final AtomicReference<Lab> LAB = new AtomicReference<>();
    private static final AtomicReference<SuiteRunner> CHECKS = new AtomicReference<>();

    private static final AtomicReference<Consumer<String>> BROWSER = new AtomicReference<>(address -> {});

    private Gui() {}

    /**
     * Opens the window; returns when it was closed and the lab with all its processes is gone. Can be called once in a
     * process, and not from the window's thread.
     *
     * @throws NoWindowException if no window can open here; the lab was not made then
     */
    public static void launch(Opening opening) {
        startToolkit();
        OPENING.set(opening);
        try {
            Application.launch(App.class);
        } finally {
            SuiteRunner checks = CHECKS.getAndSet(null);
            if (checks != null) {
                checks.close(); // they may run against the lab
            }
            Lab lab = LAB.getAndSet(null);
            if (lab != null) {
                lab.close();
            }
        }
    }

    /** Starts it before the application, so that what fails here is the window's trouble and none of the lab's. */
    private static void startToolkit() {
        PrintStream err = System.err;
        // What changed is painted and no more: by default more than six changed parts of the window become larger ones.
        System.setProperty("prism.dirtyregioncount", "12");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Platform.startup(() -> {});
            System.setErr(err);
            err.print(said.toString(StandardCharsets.UTF_8));
        } catch (RuntimeException | LinkageError e) {
            System.setErr(err); // where it has announced itself in many lines
            throw new NoWindowException(e);
        }
    }

    /** Opens web pages by this from now on. */
    static void openLinksWith(Consumer<String> browser) {
        BROWSER.set(browser);
    }

    /** Opens a web page, if there is something to open it with. */
    static void openLink(String address) {
        BROWSER.get().accept(address);
    }

    static Opening opening() {
        return OPENING.get();
    }

    /** Leaves what runs checks to be closed when the window is gone. */
    static void closeLater(SuiteRunner checks) {
        CHECKS.set(checks);
    }

    /** Leaves the lab to be closed when the window is gone. */
    static void closeLater(Lab lab) {
        LAB.set(lab);
    }
}

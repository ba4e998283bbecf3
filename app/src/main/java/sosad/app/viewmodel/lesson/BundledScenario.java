package sosad.app.viewmodel.lesson;

import java.util.function.Supplier;
import sosad.app.scenario.Scenario;

/**
 * A scenario that comes with the application.
 *
 * @param name its name on the command line, such as {@code sample}
 * @param title its title in the picker
 * @param loader reads it; called off the window's thread
 */
public record BundledScenario(String name, String title, Supplier<Scenario> loader) {
    /** The name of the document's sample, whose contents are as the document prints them. */
    public static final String SAMPLE = "sample";
}

package sosad.app.view.window;

import java.util.List;
import java.util.function.Consumer;

/** What can be open below the stage. */
public final class OpenTools {
    /** Each tool in turn. */
    public static final List<Consumer<LabWindow>> ALL = List.of(
            window -> {},
            window -> window.tools.openFaults(),
            window -> window.tools.openExpectations(),
            window -> window.tools.openLog());

    private OpenTools() {}
}

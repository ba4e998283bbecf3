package sosad.app.view.window;

import java.util.List;
import java.util.function.Consumer;

/** What can be open below the stage. */
public final class OpenTools {
    /** Each tool in turn. */
    public static final List<Consumer<LabWindow>> ALL = List.of(
            window -> {},
            window -> window.labView.tools.openFaults(),
            window -> window.labView.tools.openExpectations(),
            window -> window.labView.tools.openLog());

    private OpenTools() {}
}

package sosad.app.viewmodel.checks;

import java.util.List;
import sosad.app.check.Check;

/**
 * The checks that the window offers, and what they can run against.
 *
 * @param checks in the order of the list
 * @param targets the systems
 */
public record ChecksSetup(List<Check> checks, CheckTargets targets) {
    public ChecksSetup {
        checks = List.copyOf(checks);
    }
}

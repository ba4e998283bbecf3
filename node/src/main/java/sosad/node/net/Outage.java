package sosad.node.net;

import java.util.HashSet;
import java.util.Set;

/**
 * Something that is tried until it goes well. Each reason why it does not is told once, and at most
 * {@value #MOST_REASONS} are, until it has gone well again.
 */
public final class Outage {
    private static final int MOST_REASONS = 3;

    private final Set<String> told = new HashSet<>();

    /** A try has failed; says whether that is worth a line. */
    public boolean failed(String why) {
        return told.size() < MOST_REASONS && told.add(why);
    }

    /** A try has gone well; says whether it had failed before, so that this is worth a line. */
    public boolean isOver() {
        boolean wasOut = !told.isEmpty();
        told.clear();
        return wasOut;
    }
}

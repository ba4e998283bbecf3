package sosad.app.check.suite;

import sosad.app.check.SystemUnderTest;

/** Where the system comes from that is checked. */
public interface SystemSource {
    /** Returns what it is, in a few words. */
    String words();

    /** Returns the options of {@code check} that choose it. */
    String options();

    /**
     * Returns a system for the checks of one kind, which is closed after them. One that is not started for checks
     * outlives this.
     *
     * @throws sosad.app.process.NodeException if there is none, saying why
     */
    SystemUnderTest system() throws InterruptedException;
}

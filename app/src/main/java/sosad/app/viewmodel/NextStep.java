package sosad.app.viewmodel;

/** The actions of the Next button. */
public enum NextStep {
    BEGIN("Next", "Carry out the next step's actions and stop with its messages in flight"),
    DELIVER("Deliver", "Deliver the messages in flight, one after the other"),
    HURRY("Finish", "Deliver the rest at once"),
    END_STEP("End step", "End this step: nothing is in flight"),
    SHOW_PRESENT("Back to now", "Leave the past and show the present moment"),
    WAIT("Working…", "Wait until the cluster is ready"),
    LIVE("Live", "The nodes run by their own clocks; stop the clocks to go on step by step"),
    NOT_OPEN("Next", "No cluster is running; choose a scenario or try again"),
    NOTHING("The end", "The scenario is over; Restart plays it again");

    private final String label;
    private final String meaning;

    NextStep(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** Returns what the button says. */
    public String label() {
        return label;
    }

    /** Returns what it means, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Returns whether the button can be pressed. */
    public boolean isPossible() {
        return this != WAIT && this != LIVE && this != NOT_OPEN && this != NOTHING;
    }
}

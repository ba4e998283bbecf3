package sosad.app.view.timeline;

import sosad.app.history.History;
import sosad.app.history.MemoryRun;
import sosad.app.scenario.Scenario;
import sosad.protocol.Rules;

/** A run of three nodes that goes on for as many events as are asked for, and what was played. */
record LongRun(Scenario scenario, History history) {
    private static final int KEYS = 20;

    /** Returns a history of exactly so many events. */
    static History of(int events) {
        return played(events).history();
    }

    static LongRun played(int events) {
        MemoryRun run = new MemoryRun(Rules.DOCUMENT, "A", "B", "C");
        for (int step = 2; 10L * step < events + 40L; step++) {
            run.step(step, null).put("A", "key" + step % KEYS, "v").push("A");
            switch (step % 9) {
                case 0 -> run.put("C", "other", "v").push("C");
                case 3 -> run.cut("A", "B").push("B");
                case 4 -> run.mend().push("B");
                case 6 -> run.pause("C").sync("B").resume("C");
                default -> run.sync("B");
            }
            run.finish();
        }
        History history = run.history();
        return new LongRun(run.scenario(), history.first(Math.min(events, history.size())));
    }
}

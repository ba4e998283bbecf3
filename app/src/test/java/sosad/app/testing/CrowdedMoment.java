package sosad.app.testing;

import java.util.Comparator;
import sosad.app.history.Snapshot;
import sosad.app.lab.LabEvent;
import sosad.app.scenario.Scenario;

/**
 * The moment of a lesson at which most is to be seen: the most messages, of those moments the one with most under way,
 * of those the one with most entries, requests, rules and cut links; the first of several.
 *
 * @param step how many steps have begun, the first moment has none
 * @param delivered how often a message of the last of them was delivered
 */
public record CrowdedMoment(int step, int delivered) {
    private static final Comparator<Snapshot> FULLNESS = Comparator.<Snapshot>comparingInt(
                    snapshot -> snapshot.messages().size())
            .thenComparingLong(snapshot -> snapshot.messages().stream()
                    .filter(message -> !message.fate().isFinal())
                    .count())
            .thenComparingInt(CrowdedMoment::otherThings);

    /** Plays {@code scenario} in memory to find it. */
    public static CrowdedMoment of(Scenario scenario) {
        Snapshot[] present = new Snapshot[1];
        FakeLab lab = new FakeLab(event -> {
            if (event instanceof LabEvent.Happened happened) {
                present[0] = happened.history().present();
            }
        });
        lab.open(scenario).join();
        CrowdedMoment fullest = new CrowdedMoment(0, 0);
        Snapshot most = present[0];
        for (int step = 1; step <= scenario.steps().size(); step++) {
            lab.beginStep().join();
            boolean goesOn = true;
            for (int delivered = 0; goesOn; delivered++) {
                if (most == null || FULLNESS.compare(present[0], most) > 0) {
                    fullest = new CrowdedMoment(step, delivered);
                    most = present[0];
                }
                goesOn = lab.deliverNext().join();
            }
        }
        return fullest;
    }

    private static int otherThings(Snapshot snapshot) {
        int entries = snapshot.nodes().stream()
                .mapToInt(node -> node.entries().size())
                .sum();
        int requests = snapshot.gateways().stream()
                .mapToInt(gateway -> gateway.passed().size())
                .sum();
        return entries + requests + snapshot.cut().size() + snapshot.rules().size();
    }

    /** Plays what {@code lab} has open, which stands at its beginning, up to this moment. */
    public void reach(FakeLab lab) {
        for (int begun = 1; begun < step; begun++) {
            lab.beginStep().join();
            lab.finishStep().join();
        }
        if (step > 0) {
            lab.beginStep().join();
        }
        for (int i = 0; i < delivered; i++) {
            lab.deliverNext().join();
        }
    }
}

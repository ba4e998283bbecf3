package sosad.app.scenario;

/** Small scenario files for tests. */
final class Lessons {
    private Lessons() {}

    /**
     * A scenario on nodes A, B and C behind two gateways with one step that does {@code action}, which stands at line
     * 5, column 9.
     */
    static String doing(String action) {
        return "scenario: t\ncluster: {nodes: [A, B, C], gateways: 2}\nsteps:\n  - do:\n      - " + action + "\n";
    }

    /** The same with a step that does {@code action} in flight. */
    static String doingInFlight(String action) {
        return doing(action).replace("- do:", "- in-flight:");
    }

    /** A scenario with these lines in its cluster, which begin at line 3, column 3. */
    static String on(String... lines) {
        return "scenario: t\ncluster:\n  " + String.join("\n  ", lines) + "\nsteps: []\n";
    }

    /** A scenario with these steps, which begin at line 4, column 3, their fields at column 5. */
    static String of(String... steps) {
        return "scenario: t\ncluster: {nodes: [A, B, C]}\nsteps:\n  - " + String.join("\n  - ", steps) + "\n";
    }

    static Scenario read(String yaml) {
        return ScenarioReader.read("f.yaml", yaml);
    }

    /** The one action of {@link #doing}. */
    static Action action(String action) {
        return read(doing(action)).steps().get(0).actions().get(0);
    }
}

package sosad.app.view.timeline;

import java.util.List;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTimeLayout;
import sosad.app.diagram.TimeDirection;
import sosad.app.history.History;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;

/** Lays out a run in the room there is, which becomes less where a scroll bar is needed. */
final class FittedLayout {
    /** A run that is as long as this needs a bar, which need not be found out by laying it out. */
    private static final int LONG = 500;

    private SpaceTimeLayout layout = new SpaceTimeLayout(TimeDirection.RIGHT);
    private TimeDirection direction = TimeDirection.RIGHT;
    private History history;
    private double wholeLength;
    private double wholeBreadth;
    private double length;
    private double breadth;
    private boolean isLong;
    private boolean isBroad;

    /** Returns whether a history is none that goes on from the last one. */
    boolean isAnother(History other) {
        return history == null
                || (other != history && (other.size() < history.size() || other.first(history.size()) != history));
    }

    /**
     * Returns the diagram of a run.
     *
     * @param scenario whose steps are still to come; null: none is
     * @param newLength the room along time
     * @param newBreadth the room across the lanes
     * @param bar how much of it a scroll bar takes
     * @param isStretched whether a bar along time is needed anyhow
     */
    SpaceTime of(
            TimeDirection newDirection,
            History next,
            Scenario scenario,
            double newLength,
            double newBreadth,
            double bar,
            boolean isStretched) {
        if (newDirection != direction) {
            layout = new SpaceTimeLayout(newDirection);
        }
        boolean isSame =
                newDirection == direction && newLength == wholeLength && newBreadth == wholeBreadth && !isAnother(next);
        if (!isSame) {
            isLong = next.size() > LONG;
            isBroad = false;
        }
        direction = newDirection;
        history = next;
        wholeLength = newLength;
        wholeBreadth = newBreadth;
        List<Long> coming = coming(next, scenario);
        while (true) {
            length = wholeLength - (isBroad ? bar : 0);
            breadth = wholeBreadth - (isLong || isStretched ? bar : 0);
            SpaceTime diagram = layout.next(next, coming, length, breadth);
            boolean isLonger = isLong || diagram.width() > length + 0.5;
            boolean isBroader = isBroad || diagram.height() > breadth + 0.5;
            if (isLonger == isLong && isBroader == isBroad) {
                return diagram;
            }
            isLong = isLonger;
            isBroad = isBroader;
        }
    }

    private static List<Long> coming(History history, Scenario scenario) {
        long now = history.present().time();
        return scenario == null
                ? List.of()
                : scenario.steps().stream()
                        .map(Step::time)
                        .filter(time -> time > now)
                        .toList();
    }

    /** Returns the room that is left along time. */
    double length() {
        return length;
    }

    /** Returns the room that is left across the lanes. */
    double breadth() {
        return breadth;
    }
}

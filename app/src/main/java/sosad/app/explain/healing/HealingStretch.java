package sosad.app.explain.healing;

import static sosad.model.ArgumentCheck.refuseIf;

/**
 * Events in a row after which the same is true: of how the run could go on from there if nothing is lost any more, all
 * ways heal, some, or none (section "Point of no return" of {@code docs/why.md}).
 *
 * @param fromEvent the id of the first event
 * @param toEvent the id of the last one
 * @param healing how many of them heal, at the first event
 * @param of how many ends were told apart if {@code exact}, how many ways were tried if not
 * @param exact whether all ways there are were gone; if not, it is a sample
 */
public record HealingStretch(int fromEvent, int toEvent, int healing, int of, boolean exact) {
    public HealingStretch {
        refuseIf(fromEvent < 0 || toEvent < fromEvent, "a stretch from event %d to event %d", fromEvent, toEvent);
        refuseIf(of < 1 || healing < 0 || healing > of, "%d of %d ways", healing, of);
    }

    /** How many of the ways on heal. */
    public enum Share {
        ALL,
        SOME,
        NONE
    }

    /** Returns how many of the ways heal. */
    public Share share() {
        return healing == of ? Share.ALL : healing == 0 ? Share.NONE : Share.SOME;
    }

    /** Returns whether the verdict is the same: the same share, found in the same way. */
    boolean continuesWith(HealingStretch next) {
        boolean alike = share() == next.share() && exact == next.exact;
        return alike && (share() != Share.SOME || (healing == next.healing && of == next.of));
    }

    HealingStretch until(int event) {
        return new HealingStretch(fromEvent, event, healing, of, exact);
    }
}

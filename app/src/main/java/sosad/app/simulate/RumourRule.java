package sosad.app.simulate;

import java.util.SplittableRandom;

/** When a site loses interest in a rumour. The words are {@link sosad.protocol.EnumNames#of}. */
public enum RumourRule {
    /** After k unnecessary contacts in a row, of which the recipient tells. */
    FEEDBACK_COUNTER {
        @Override
        boolean losesInterest(boolean wasNeeded, int[] unnecessary, int site, int k, SplittableRandom chance) {
            unnecessary[site] = wasNeeded ? 0 : unnecessary[site] + 1;
            return unnecessary[site] >= k;
        }
    },
    /** After each contact with a probability of one in k, whatever came of it. */
    BLIND_COIN {
        @Override
        boolean losesInterest(boolean wasNeeded, int[] unnecessary, int site, int k, SplittableRandom chance) {
            return chance.nextInt(k) == 0;
        }
    };

    /**
     * Returns whether a site stops after a contact.
     *
     * @param unnecessary the unnecessary contacts in a row, by site
     */
    abstract boolean losesInterest(boolean wasNeeded, int[] unnecessary, int site, int k, SplittableRandom chance);
}

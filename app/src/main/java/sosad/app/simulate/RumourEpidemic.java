package sosad.app.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One rumour among sites that push it, cycle by cycle. In each cycle every site that was infective at its beginning
 * pushes to one other site by chance. A push is needed if the recipient did not know the rumour at the beginning of the
 * cycle, even if another one comes first. Who hears it pushes from the next cycle on. It ends when nobody is infective.
 *
 * @param residue the part of the sites that never hear it
 * @param traffic the pushes, divided by the number of sites
 * @param averageTime when a site hears it, in cycles after its injection; the average of those that hear it
 * @param lastTime when the last of them does
 */
record RumourEpidemic(double residue, double traffic, double averageTime, int lastTime) {
    private static final int NEVER = -1;

    /** Lets a rumour that is injected at one site run to its end. */
    static RumourEpidemic of(int sites, RumourRule rule, int k, SplittableRandom chance) {
        int[] heardAt = new int[sites];
        Arrays.fill(heardAt, NEVER);
        int[] unnecessary = new int[sites];
        int[] infective = new int[sites];
        int count = 1;
        heardAt[0] = 0;
        long pushes = 0;
        int last = 0;
        for (int cycle = 1; count > 0; cycle++) {
            int stay = 0;
            int fresh = count;
            for (int i = 0; i < count; i++) {
                int site = infective[i];
                int recipient = Topology.other(site, sites, chance);
                pushes++;
                if (heardAt[recipient] == NEVER) {
                    heardAt[recipient] = cycle;
                    infective[fresh++] = recipient;
                    last = cycle;
                }
                boolean wasNeeded = heardAt[recipient] == cycle;
                if (!rule.losesInterest(wasNeeded, unnecessary, site, k, chance)) {
                    infective[stay++] = site;
                }
            }
            System.arraycopy(infective, count, infective, stay, fresh - count);
            count = stay + fresh - count;
        }
        long heard = Arrays.stream(heardAt).filter(time -> time != NEVER).count();
        double sum = Arrays.stream(heardAt).filter(time -> time != NEVER).sum();
        return new RumourEpidemic((sites - heard) / (double) sites, pushes / (double) sites, sum / heard, last);
    }
}

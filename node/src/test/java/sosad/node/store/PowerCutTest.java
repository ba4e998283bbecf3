package sosad.node.store;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.message.Launch.Fsync;
import sosad.node.store.DiskStore.StoreException;
import sosad.node.store.PowerCut.Loss;

/**
 * The machine fails, or the process is killed, at any moment of a store's life, and whatever is left of what was not
 * synced: the store opens, and nothing that was certain is missing. More than 2,500 cuts in all.
 */
@Timeout(120)
class PowerCutTest {
    private static Loss any(Random random) {
        return Loss.values()[random.nextInt(Loss.values().length)];
    }

    @ParameterizedTest
    @CsvSource({"ALWAYS,1", "ALWAYS,2", "EVERYSEC,3", "EVERYSEC,4"})
    void atAnyMomentOfALife(Fsync fsync, long seed) throws StoreException {
        Random random = new Random(seed);
        Life life = new Life(Map.of(), fsync, random);
        int started = life.size();
        life.change(80);
        for (int cut = 0; cut < 300; cut++) {
            life.check(random.nextInt(life.size() + 1), any(random));
            if (cut % 4 == 0) {
                life.check(random.nextInt(started + 1), any(random));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ALWAYS,5", "EVERYSEC,6"})
    void atAnyMomentOfTheLifeAfterACut(Fsync fsync, long seed) throws StoreException {
        Random random = new Random(seed);
        Life first = new Life(Map.of(), fsync, random);
        first.change(20);
        for (int cut = 0; cut < 60; cut++) {
            Life second = new Life(first.cut(random.nextInt(first.size() + 1), any(random)), fsync, random);
            second.change(3);
            for (int again = 0; again < 6; again++) {
                second.check(random.nextInt(second.size() + 1), any(random));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ALWAYS,7", "EVERYSEC,8"})
    void whileWhatIsOutdatedGoesFromTheFile(Fsync fsync, long seed) throws StoreException {
        Random random = new Random(seed);
        Life life = new Life(Map.of(), fsync, random);
        int begin = life.changeUntilItIsCompact();
        int end = life.size();
        life.change(5);
        for (int cut = 0; cut < 25; cut++) {
            // The new file takes its place among the last things that are done.
            int done = cut % 2 == 0
                    ? end - random.nextInt(Math.min(30, end - begin))
                    : begin + random.nextInt(end - begin);
            life.check(done, any(random));
            life.check(end + random.nextInt(life.size() - end), any(random));
        }
    }

    @ParameterizedTest
    @CsvSource({"ALWAYS,9", "EVERYSEC,10"})
    void whileTheStoreIsWiped(Fsync fsync, long seed) throws StoreException {
        Random random = new Random(seed);
        Life life = new Life(Map.of(), fsync, random);
        life.change(5);
        int begin = life.wipe();
        for (int cut = 0; cut < 100; cut++) {
            life.checkWiped(begin + random.nextInt(life.size() - begin + 1), Loss.values()[cut % 3]);
        }
    }
}

package sosad.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sosad.model.Key;

class ReadCacheTest {
    private static final Key KEY = new Key("k");
    private static final byte[] REPLY = {'$', '-', '1', '\r', '\n'};

    private long nanos = 1;
    private final ReadCache cache = new ReadCache(new CacheSettings(2, Duration.ofMillis(100)), () -> nanos);

    private void pass(long millis) {
        nanos += millis * 1_000_000;
    }

    @Test
    void aReplyIsGivenUntilItsTimeIsOver() {
        cache.keep(KEY, REPLY, cache.drops(KEY));
        pass(60);
        assertThat(cache.reply(KEY)).contains(REPLY);
        pass(30);
        assertThat(cache.reply(KEY)).contains(REPLY);
        assertThat(cache.meanAgeMillis()).isEqualTo(75);
        assertThat(cache.mostAgeMillis()).isEqualTo(90);
        pass(11);
        assertThat(cache.reply(KEY)).isEmpty();
        assertThat(cache.stats().hitCount()).isEqualTo(2);
        assertThat(cache.stats().missCount()).isEqualTo(1);
    }

    @Test
    void whatWasReadWhileTheKeyWasWrittenIsNotKept() {
        long before = cache.drops(KEY);
        cache.drop(KEY);
        cache.keep(KEY, REPLY, before);
        assertThat(cache.reply(KEY)).isEmpty();
    }

    @Test
    void aWriteDropsItsKey() {
        cache.keep(KEY, REPLY, cache.drops(KEY));
        cache.drop(KEY);
        assertThat(cache.reply(KEY)).isEmpty();
    }

    @Test
    void noMoreKeysAreKeptThanAllowed() {
        for (int i = 0; i < 100; i++) {
            Key key = new Key("k" + i);
            cache.keep(key, REPLY, cache.drops(key));
        }
        assertThat(cache.entries()).isEqualTo(2);
        assertThat(cache.stats().evictionCount()).isEqualTo(98);
    }
}

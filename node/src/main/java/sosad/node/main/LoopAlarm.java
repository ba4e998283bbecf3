package sosad.node.main;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sosad.node.host.NodeHost.Alarm;

/** The alarm of an event loop. To be used on it alone. */
final class LoopAlarm implements Alarm {
    private final EventLoop loop;
    private Optional<Future<?>> ringing = Optional.empty();

    LoopAlarm(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public void set(long due, Runnable then) {
        ringing.ifPresent(before -> before.cancel(false));
        ringing = Optional.of(loop.schedule(then, due - millis(), TimeUnit.MILLISECONDS));
    }
}

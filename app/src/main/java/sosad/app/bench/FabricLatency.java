package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.wire.Frame;
import sosad.wire.FrameKind;
import sosad.wire.MalformedException;

/** The delay of a message by a live network without faults; one message every millisecond. */
final class FabricLatency implements Measurement {
    private static final double MAX_ADDED_MILLIS = 0.3;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final byte[] BODY = new byte[200];

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        int messages = size.of(2_000, 20);
        int rounds = size.of(5, 1);
        List<Double> through = new ArrayList<>();
        List<Double> direct = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double oneWay = medianMillis(messages, true);
            double other = medianMillis(messages, false);
            if (round > 0) {
                through.add(oneWay);
                direct.add(other);
            }
        }
        double added = Bench.median(through) - Bench.median(direct);
        return List.of(BenchResult.of(
                "what the network adds to a message's time on the way, one message every ms",
                format(
                        "%.3f ms (medians: %.3f ms through it, %.3f ms directly; %,d messages in each of %d rounds)",
                        added, Bench.median(through), Bench.median(direct), messages, rounds),
                format("≤ %.1f ms", MAX_ADDED_MILLIS),
                added <= MAX_ADDED_MILLIS));
    }

    private static double medianMillis(int messages, boolean isThroughFabric) throws IOException {
        try (LoadedLinks links = new LoadedLinks(1, isThroughFabric)) {
            LinkEnds link = links.all().get(0);
            CompletableFuture<Double> median = CompletableFuture.supplyAsync(() -> receive(link, messages));
            for (int sent = 0; sent < messages; sent++) {
                LockSupport.parkNanos(PAUSE_NANOS);
                // The number of a message is when it was sent.
                link.send(Frame.compose(FrameKind.PUSH, System.nanoTime(), link.from(), link.to(), BODY));
                link.flush();
            }
            return median.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    private static double receive(LinkEnds link, int messages) {
        List<Double> millis = new ArrayList<>();
        try {
            for (int received = 0; received < messages; received++) {
                long sent = link.receive().id();
                millis.add((System.nanoTime() - sent) / 1e6);
            }
        } catch (IOException | MalformedException e) {
            throw new CompletionException(e);
        }
        return Bench.median(millis);
    }
}

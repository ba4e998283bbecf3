package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Messages as fast as they go, over several links at once.
 *
 * @param messages how many on each link
 */
record Burst(int links, int messages, LinkEnds.Work work) {
    /**
     * Sends them all; gives how many messages arrived a second.
     *
     * @param isThroughFabric whether a live network is in between
     * @throws IOException if a message did not arrive as it was sent
     */
    double run(boolean isThroughFabric) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2 * links);
        try (LoadedLinks opened = new LoadedLinks(links, isThroughFabric)) {
            long begin = System.nanoTime();
            List<Future<Long>> sent = new ArrayList<>();
            List<Future<Long>> received = new ArrayList<>();
            for (LinkEnds link : opened.all()) {
                received.add(threads.submit(() -> link.receiveAll(messages, work)));
                sent.add(threads.submit(() -> link.sendAll(messages, work)));
            }
            for (int link = 0; link < links; link++) {
                if (!sum(sent.get(link)).equals(sum(received.get(link)))) {
                    throw new IOException(format("what link %d carried was changed on the way", link + 1));
                }
            }
            return 1e9 * links * messages / (System.nanoTime() - begin);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Long sum(Future<Long> end) throws IOException, InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }
}

package sosad.app.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sosad.app.client.RespClient;
import sosad.app.client.RespRequest;
import sosad.app.process.Program;
import sosad.message.Live;

/** Many entries brought into a store as fast as it takes them. */
final class BulkLoad {
    private static final int BATCH = 1_000;
    private static final Duration SPREAD_LIMIT = Duration.ofMinutes(10);

    private BulkLoad() {}

    /**
     * Writes entries of {@link SampleEntries} and waits until all are acknowledged.
     *
     * @param from the number of the first
     * @param to the number after the last
     * @param generation how often these were written before
     */
    static void write(RespClient connection, int from, int to, int generation) throws IOException {
        for (int begin = from; begin < to; begin += BATCH) {
            List<RespRequest> batch = new ArrayList<>();
            for (int number = begin; number < Math.min(to, begin + BATCH); number++) {
                batch.add(SampleEntries.set(number, generation));
            }
            connection.sendAll(batch);
            for (int i = 0; i < batch.size(); i++) {
                connection.reply().orFail();
            }
        }
    }

    /** A relayed cluster of three in which every node holds so many entries and knows that the others do. */
    static MeasuredCluster spread(Program program, Live live, int entries) throws IOException, InterruptedException {
        MeasuredCluster cluster = MeasuredCluster.relayed(program, live);
        try {
            spread(cluster, entries);
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Writes so many entries at A and waits until all nodes hold them and have said so. */
    static void spread(MeasuredCluster cluster, int entries) throws IOException, InterruptedException {
        write(cluster.node(MeasuredCluster.A).connection(), 0, entries, 0);
        cluster.awaitEntries(entries, SPREAD_LIMIT);
        cluster.network().awaitQuiet(MeasuredNetwork.QUIET, SPREAD_LIMIT);
    }
}

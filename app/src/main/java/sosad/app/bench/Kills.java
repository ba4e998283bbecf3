package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.cluster.DataFolder;
import sosad.app.process.Program;
import sosad.message.Launch;
import sosad.message.Launch.Disk;
import sosad.message.Launch.Fsync;

/** A test whether a node on disk that is killed under load comes back with everything it acknowledged. */
record Kills(Program program) implements Measurement {
    private static final int CLIENTS = 8;
    private static final int MIN_MILLIS = 20;
    private static final int MAX_MILLIS = 500;

    @Override
    public List<BenchResult> take(BenchSize size) throws IOException, InterruptedException {
        int kills = size.of(50, 2);
        List<AcknowledgedWrites> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> new AcknowledgedWrites("client" + client))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (Children children = new Children();
                DataFolder data = DataFolder.create()) {
            String folder = data.of(MeasuredCluster.A).toString();
            Launch launch = Launches.alone(Optional.of(new Disk(folder, Fsync.ALWAYS, false)));
            int whole = 0;
            for (int kill = 0; kill < kills; kill++) {
                killUnderLoad(launch, children, clients, threads);
                whole += isWhole(launch, children, clients) ? 1 : 0;
            }
            long writes = clients.stream().mapToLong(AcknowledgedWrites::count).sum();
            return List.of(BenchResult.of(
                    "restarts that bring back every acknowledged write, after kill -9 under load; disk, fsync always",
                    format("%d of %d (%,d writes acknowledged by %d connections)", whole, kills, writes, CLIENTS),
                    "all",
                    whole == kills));
        } finally {
            threads.shutdownNow();
        }
    }

    private void killUnderLoad(
            Launch launch, Children children, List<AcknowledgedWrites> clients, ExecutorService threads)
            throws IOException, InterruptedException {
        try (MeasuredNode node = MeasuredNode.start(program, launch, children)) {
            List<Future<?>> writing = new ArrayList<>();
            for (AcknowledgedWrites client : clients) {
                var connection = node.process().connect(node.clientPort());
                writing.add(threads.submit(() -> client.writeUntilBroken(connection)));
            }
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(MIN_MILLIS, MAX_MILLIS));
            children.kill(node.process());
            for (Future<?> client : writing) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a client failed: " + e.getCause().getMessage(), e);
        }
    }

    private boolean isWhole(Launch launch, Children children, List<AcknowledgedWrites> clients)
            throws IOException, InterruptedException {
        try (MeasuredNode node = MeasuredNode.start(program, launch, children)) {
            int wrong = 0;
            for (AcknowledgedWrites client : clients) {
                wrong += client.wrong(node.connection());
            }
            children.kill(node.process());
            return wrong == 0;
        }
    }
}

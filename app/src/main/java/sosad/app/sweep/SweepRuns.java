package sosad.app.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The runs of a sweep, several at a time, and what has come of them so far. */
public final class SweepRuns {
    private final NavigableMap<Long, JsonNode> results = new TreeMap<>();

    /** One run. It depends on its seed alone, and ends soon when its thread is interrupted. */
    @FunctionalInterface
    public interface Run {
        /** Returns the result, in the form that the command's {@link SweepReport} reads. */
        JsonNode of(long seed) throws InterruptedException;
    }

    /** Gets what comes of the runs, as each of them ends. */
    @FunctionalInterface
    public interface Listener {
        /** @param done how many runs have ended, of {@code all} */
        void ended(long seed, JsonNode result, int done, int all);
    }

    /**
     * Runs under all seeds; {@link #results} has what came of it, even if that was interrupted or failed.
     *
     * @param threads how many runs go on at a time
     * @throws InterruptedException if this thread was interrupted; no run goes on then
     */
    public void run(SeedRange seeds, int threads, Run run, Listener listener) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads, task -> new Thread(task, "sweep"));
        try {
            ExecutorCompletionService<Ended> ending = new ExecutorCompletionService<>(executor);
            seeds.stream().forEach(seed -> ending.submit(() -> new Ended(seed, run.of(seed))));
            for (int done = 1; done <= seeds.size(); done++) {
                Ended next = ending.take().get();
                results.put(next.seed(), next.result());
                listener.ended(next.seed(), next.result(), done, seeds.size());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new CancellationException("a run was interrupted");
        } finally {
            executor.shutdownNow();
            awaitEnd(executor);
        }
    }

    private record Ended(long seed, JsonNode result) {}

    private static void awaitEnd(ExecutorService executor) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        executor.awaitTermination(1, TimeUnit.MINUTES);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The results so far, by seed. */
    public NavigableMap<Long, JsonNode> results() {
        return new TreeMap<>(results);
    }

    /**
     * The results so far under the seeds from the first on without a gap: what is worth keeping when the runs were
     * stopped, for it can be merged with the rest.
     */
    public NavigableMap<Long, JsonNode> resultsWithoutGap(SeedRange seeds) {
        long next = seeds.first();
        while (results.containsKey(next)) {
            next++;
        }
        return new TreeMap<>(results.headMap(next, false));
    }
}

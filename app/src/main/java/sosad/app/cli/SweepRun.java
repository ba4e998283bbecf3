package sosad.app.cli;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import picocli.CommandLine;
import sosad.app.sweep.SeedRange;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport;
import sosad.app.sweep.SweepReport.SweepFormat;
import sosad.app.sweep.SweepRuns;

/**
 * A sweep on the command line: says on standard error how far it is, prints the summary and writes the files. When the
 * program is asked to end, as by Ctrl-C, what is complete is written before that.
 *
 * @param report of the command
 * @param settings by name
 * @param threads how many runs go on at a time
 */
record SweepRun(SweepReport report, Map<String, String> settings, SeedRange seeds, int threads, SweepRuns.Run one) {
    /** The most lines of progress. */
    private static final int PROGRESS_LINES = 10;

    /** Runs under all seeds; gives the exit status. */
    int run(SweepOutput.Files files, CommandLine commandLine) throws InterruptedException {
        PrintWriter err = commandLine.getErr();
        SweepRuns runs = new SweepRuns();
        Optional<Sweep> whole = InGoodOrder.run(() -> {
            try {
                runs.run(seeds, threads, one, (seed, result, done, all) -> progress(err, done, all));
                return sweep(runs.results());
            } catch (InterruptedException | RuntimeException e) {
                keep(runs.resultsWithoutGap(seeds), files, err);
                throw e;
            }
        });
        if (whole.isEmpty()) {
            return Main.UNMET;
        }
        commandLine.getOut().print(report.text(whole.get(), SweepFormat.MARKDOWN));
        commandLine.getOut().flush();
        files.write(whole.get(), report);
        return report.isGood(whole.get()) ? 0 : Main.UNMET;
    }

    private Sweep sweep(NavigableMap<Long, JsonNode> results) {
        return Sweep.of(report.command(), settings, results);
    }

    private static void progress(PrintWriter err, int done, int all) {
        int line = Math.max(1, all / PROGRESS_LINES);
        if (done % line == 0 || done == all) {
            err.println(format("%,d of %,d seeds", done, all));
            err.flush();
        }
    }

    private void keep(NavigableMap<Long, JsonNode> complete, SweepOutput.Files files, PrintWriter err) {
        if (complete.isEmpty() || files.sweep().isEmpty()) {
            err.println("sosad: stopped; nothing is written");
            return;
        }
        Sweep part = sweep(complete);
        files.writeSweep(part);
        err.println(format(
                "sosad: stopped; %s has seeds %s. The others: --seeds %s, then merge",
                files.sweep().get().path(),
                part.seeds(),
                new SeedRange(part.seeds().last() + 1, seeds.last())));
    }
}

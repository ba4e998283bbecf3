package sosad.app.cli;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Set;
import sosad.app.check.nemesis.TrialSweepReport;
import sosad.app.check.report.SuiteSweepReport;
import sosad.app.compare.CompareReport;
import sosad.app.simulate.RumourReport;
import sosad.app.simulate.SimulationReport;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport;

/** The summaries of all commands that write sweeps. */
final class SweepReports {
    private static final List<SweepReport> ALL = List.of(
            new SuiteSweepReport(),
            TrialSweepReport.RUN_LIVE,
            TrialSweepReport.BENCH_FAULTS,
            new CompareReport(),
            new SimulationReport(),
            new RumourReport());

    private SweepReports() {}

    /** The summary of a command's sweeps; of one that is not known here, how many runs there are. */
    static SweepReport of(String command) {
        return ALL.stream()
                .filter(report -> report.command().equals(command))
                .findFirst()
                .orElseGet(() -> new CountOnly(command));
    }

    private record CountOnly(String command) implements SweepReport {
        @Override
        public Set<SweepFormat> formats() {
            return Set.of(SweepFormat.MARKDOWN);
        }

        @Override
        public String text(Sweep sweep, SweepFormat format) {
            return format("%,d runs of %s, seeds %s%n", sweep.runs().size(), command, sweep.seeds());
        }
    }
}

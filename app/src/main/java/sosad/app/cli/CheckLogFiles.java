package sosad.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.app.check.Check;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.export.file.OutputFile;
import sosad.app.export.log.OperationLogFormat;

/**
 * The files for the operations of checks: one has the name itself; of several each has its number in it, as in
 * {@code log-1.2.edn}.
 */
record CheckLogFiles(OperationLogFormat format, Map<CheckNumber, OutputFile> files) {
    /**
     * Returns files that can be written, as far as that can be found out now.
     *
     * @throws IllegalArgumentException if the name does not tell the format
     * @throws OutputFile.OutputFileException if one cannot be written
     */
    static CheckLogFiles of(Path name, List<Check> checks) {
        OperationLogFormat format = OperationLogFormat.of(name);
        Map<CheckNumber, OutputFile> files = new TreeMap<>();
        for (Check check : checks) {
            files.put(
                    check.number(), OutputFile.at(checks.size() == 1 ? name : numbered(name, check.number(), format)));
        }
        return new CheckLogFiles(format, files);
    }

    private static Path numbered(Path name, CheckNumber number, OperationLogFormat format) {
        String file = name.getFileName().toString();
        String begin = file.substring(0, file.length() - format.ending().length());
        return name.resolveSibling(begin + "-" + number + file.substring(begin.length()));
    }

    /** Writes the operations of a check, if it has kept a log of them. */
    void write(CheckResult result) {
        result.operations().ifPresent(log -> files.get(result.number()).write(out -> format.write(log, out)));
    }
}

package sosad.app.export.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All tables of a report in one, quoted as RFC 4180 says: a field with a comma, a quote or a line break stands in
 * quotes, and a quote in it twice. Lines end with a line feed alone, as everything else that the program prints.
 */
final class CsvReport {
    private CsvReport() {}

    static String text(RunReport report) {
        Stream<String> rows = report.steps().stream()
                .flatMap(step -> step.rows().stream())
                .map(row -> line(List.of(Long.toString(row.time()), row.server().name(), row.key(), row.shown())));
        return Stream.concat(Stream.of("time,server,key,value\n"), rows).collect(Collectors.joining());
    }

    private static String line(List<String> fields) {
        return fields.stream().map(CsvReport::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}

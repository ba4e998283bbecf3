package sosad.app.export.table;

/** The forms in which a report can be written. Their words are {@link sosad.protocol.EnumNames#of}. */
public enum ReportFormat {
    /** The document's own tables, with the messages of each step. */
    MARKDOWN,
    /** The tables alone, all in one. */
    CSV,
    /** Everything. */
    JSON;

    /** The report in this form, ending with a line break. */
    public String text(RunReport report) {
        return switch (this) {
            case MARKDOWN -> MarkdownReport.text(report);
            case CSV -> CsvReport.text(report);
            case JSON -> JsonReport.text(report);
        };
    }
}

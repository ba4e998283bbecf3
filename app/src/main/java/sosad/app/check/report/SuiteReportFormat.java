package sosad.app.check.report;

import sosad.app.check.suite.SuiteResult;

/** The forms in which a run of checks can be reported. Their words are {@link sosad.protocol.EnumNames#of}. */
public enum SuiteReportFormat {
    /** For people: one file with pictures, which needs no network. */
    HTML,
    /** For programs: everything; a later run can be held against it. */
    JSON,
    /** For build servers: JUnit's XML. */
    JUNIT,
    /** For people, as text: a table, and what did not hold. */
    MARKDOWN;

    /** Returns the report in this form, ending with a line break. */
    public String text(SuiteResult suite, Acceptance acceptance) {
        return switch (this) {
            case HTML -> new HtmlSuiteReport(suite).text();
            case JSON -> JsonSuiteReport.text(suite);
            case JUNIT -> new JunitSuiteReport(suite, acceptance).text();
            case MARKDOWN -> new MarkdownSuiteReport(suite).text();
        };
    }
}

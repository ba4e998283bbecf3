package sosad.app.explain.report;

/** A form in which an explanation is printed. */
public enum WhyFormat {
    TEXT,
    JSON
}

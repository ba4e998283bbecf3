package sosad.app.viewmodel.explain;

/** A piece of a sentence, and how it is set. */
public record WhySpan(String text, Style style) {
    /** How a piece of a sentence is set. */
    public enum Style {
        PLAIN,
        /** A key, an entry, a row or a rule. */
        CODE,
        /** The end of a message that did not arrive. */
        LOST
    }
}

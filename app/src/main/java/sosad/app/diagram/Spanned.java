package sosad.app.diagram;

/** Something that takes a stretch of a diagram's time. */
public interface Spanned {
    /** Returns where it begins. */
    double earliest();

    /** Returns where it ends, not before its beginning. */
    double latest();
}

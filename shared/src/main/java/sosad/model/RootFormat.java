package sosad.model;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/** Texts with numbers in them, which look the same on every machine, whatever its language. */
public final class RootFormat {
    private RootFormat() {}

    /** Returns a text as {@link String#format} makes it without the rules of any language. */
    @FormatMethod
    public static String format(@FormatString String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}

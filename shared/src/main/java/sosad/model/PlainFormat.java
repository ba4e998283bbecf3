package sosad.model;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/** Texts with numbers in them, which look the same on every machine, whatever its language. */
public final class PlainFormat {
    /** A locale as good as none, for which Java reads no tables of symbols: those cost a fresh process 30 ms. */
    private static final Locale PLAIN = Locale.US;

    private PlainFormat() {}

    /** Returns a text as {@link String#format} makes it, with plain digits. */
    @FormatMethod
    public static String format(@FormatString String form, Object... values) {
        return String.format(PLAIN, form, values);
    }
}

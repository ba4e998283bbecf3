package sosad.model;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;

/** The check of an argument, as a record makes it of what it is made from. */
public final class ArgumentCheck {
    private ArgumentCheck() {}

    /**
     * Refuses an argument that is wrong.
     *
     * @throws IllegalArgumentException if it is, with the text that {@link PlainFormat#format} makes
     */
    @FormatMethod
    public static void refuseIf(boolean isWrong, @FormatString String form, Object... values) {
        if (isWrong) {
            throw new IllegalArgumentException(PlainFormat.format(form, values));
        }
    }
}

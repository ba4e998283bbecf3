package sosad.app.load;

import static sosad.model.PlainFormat.format;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** The values that clients write: a number, and a seal by which any change of key or value is seen. */
final class Stamp {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}):([0-9a-f]{8})");

    private Stamp() {}

    static String of(String key, long number) {
        CRC32C seal = new CRC32C();
        byte[] sealed = (key + ":" + number).getBytes(StandardCharsets.UTF_8);
        seal.update(sealed, 0, sealed.length);
        return format("%d:%08x", number, seal.getValue());
    }

    /** The number that was written under this key as {@code value}; empty if no client wrote that. */
    static OptionalLong number(String key, String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return of(key, number).equals(value) ? OptionalLong.of(number) : OptionalLong.empty();
    }
}

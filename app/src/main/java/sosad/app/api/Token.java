package sosad.app.api;

import static sosad.model.ArgumentCheck.refuseIf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The secret of a client of the API.
 *
 * @param text 16 to 256 characters that may stand in a header
 */
public record Token(String text) {
    private static final Pattern FORM = Pattern.compile("[!-~]{16,256}");
    private static final int RANDOM_BYTES = 24;
    private static final int MAX_FILE_BYTES = 1024;
    private static final String SCHEME = "Bearer ";

    /** @throws IllegalArgumentException if it has not the form above */
    public Token {
        refuseIf(!FORM.matcher(text).matches(), "a token has 16 to 256 visible ASCII characters and no spaces");
    }

    /** Returns a random token. */
    public static Token random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Returns the token in a file; space around it is ignored.
     *
     * @throws IllegalArgumentException if it is no token
     */
    public static Token read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Token(new String(in.readNBytes(MAX_FILE_BYTES), StandardCharsets.US_ASCII).strip());
        }
    }

    /**
     * Returns whether an {@code Authorization} header shows this token; takes as long for a wrong one as for the right
     * one.
     */
    boolean isShownBy(String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        bytes(text),
                        bytes(authorization.substring(SCHEME.length()).strip()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Not the token itself, which belongs into no log. */
    @Override
    public String toString() {
        return "Token[...]";
    }
}

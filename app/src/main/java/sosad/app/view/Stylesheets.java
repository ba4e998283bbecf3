package sosad.app.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The stylesheets and their addresses. */
public final class Stylesheets {
    /** Everything but the colours. */
    public static final String SHAPES = "sosad.css";

    private Stylesheets() {}

    public static String address(String name) {
        return resource(name).toExternalForm();
    }

    static String text(String name) {
        try (InputStream in = resource(name).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Stylesheets.class.getResource(name), name);
    }
}

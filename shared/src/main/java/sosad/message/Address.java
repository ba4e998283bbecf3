package sosad.message;

import java.util.Locale;

/**
 * Where something listens.
 *
 * @param host a host name or an address without its port
 * @param port 1 to 65535
 */
public record Address(String host, int port) {
    private static final int HIGHEST_PORT = 65_535;

    /** @throws IllegalArgumentException if there is no host or no such port */
    public Address {
        if (host.isEmpty() || port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "\"%s:%d\" is no address: HOST:PORT, a port from 1 to %d", host, port, HIGHEST_PORT));
        }
    }

    /**
     * Reads {@code HOST:PORT}.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return new Address(text.substring(0, Math.max(colon, 0)), Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"%s\" is no address: HOST:PORT".formatted(text), e);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

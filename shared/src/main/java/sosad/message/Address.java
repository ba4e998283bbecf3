package sosad.message;

import static sosad.model.PlainFormat.format;

import java.util.List;

/**
 * An address on which something listens.
 *
 * @param host a host name or an address without its port, an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record Address(String host, int port) {
    static final int HIGHEST_PORT = 65_535;
    private static final int GROUPS = 8;

    /** @throws IllegalArgumentException if there is no host or no such port */
    public Address {
        if (host.isEmpty() || port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    format("\"%s\" is not an address: HOST:PORT, a port from 1 to %d", text(host, port), HIGHEST_PORT));
        }
    }

    /**
     * Reads {@code HOST:PORT}, an IPv6 address in brackets: {@code [::1]:7001}.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return new Address(
                    withoutBrackets(text.substring(0, Math.max(colon, 0))),
                    Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"%s\" is not an address: HOST:PORT".formatted(text), e);
        }
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /**
     * Returns how {@code host} and {@code port} are written together: an IPv6 address is shortened and has brackets.
     */
    public static String text(String host, int port) {
        return host.indexOf(':') < 0 ? format("%s:%d", host, port) : format("[%s]:%d", shortened(host), port);
    }

    /** All eight groups of an IPv6 address become {@code ::} for the longest run of zeros, as RFC 5952 has it. */
    private static String shortened(String address) {
        int end = address.indexOf('%') < 0 ? address.length() : address.indexOf('%'); // a scope follows
        List<String> groups = List.of(address.substring(0, end).split(":", -1));
        if (groups.size() != GROUPS) {
            return address;
        }
        int longest = 1; // a single group of zeros stays
        int from = GROUPS;
        int run = 0;
        for (int i = 0; i < GROUPS; i++) {
            run = groups.get(i).equals("0") ? run + 1 : 0;
            if (run > longest) {
                longest = run;
                from = i + 1 - run;
            }
        }
        if (from == GROUPS) {
            return address;
        }
        String left = String.join(":", groups.subList(0, from));
        String right = String.join(":", groups.subList(from + longest, GROUPS));
        return left + "::" + right + address.substring(end);
    }

    @Override
    public String toString() {
        return text(host, port);
    }
}

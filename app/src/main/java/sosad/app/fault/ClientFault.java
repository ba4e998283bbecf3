package sosad.app.fault;

import java.util.Locale;

/** Clients that behave badly, until they are told to stop. */
public sealed interface ClientFault extends Trouble {
    /** The most clients of one fault. */
    int MOST_CLIENTS = 1_000;

    /** How many they are. */
    int clients();

    /** Each sends reads as fast as they are answered. */
    record Flood(int clients) implements ClientFault {
        public Flood {
            check("flood", clients);
        }

        @Override
        public String kind() {
            return "flood";
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "flooded by %,d clients", clients);
        }
    }

    /** Each sends half a request and waits. */
    record HalfRequests(int clients) implements ClientFault {
        public HalfRequests {
            check("half-requests", clients);
        }

        @Override
        public String kind() {
            return "half-requests";
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "%,d clients send half a request", clients);
        }
    }

    private static void check(String name, int clients) {
        if (clients < 1 || clients > MOST_CLIENTS) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s by %,d clients: from 1 to %,d", name, clients, MOST_CLIENTS));
        }
    }
}

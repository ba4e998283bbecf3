package sosad.app.fault;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.util.function.IntFunction;
import sosad.app.fault.Fault.FaultSpec;

/** Clients that behave badly, until they are told to stop. */
public sealed interface ClientFault extends FaultSpec {
    /** The most clients of one fault. */
    int MAX_CLIENTS = 1_000;

    /** Returns how many they are. */
    int clients();

    /** Each sends reads as fast as they are answered. */
    record Flood(int clients) implements ClientFault {
        static final FaultKind<Flood> KIND = catalogued("flood", Flood.class, Flood::new);

        public Flood {
            check("flood", clients);
        }

        @Override
        public String words() {
            return format("flooded by %,d clients", clients);
        }
    }

    /** Each sends half a request and waits. */
    record HalfRequests(int clients) implements ClientFault {
        static final FaultKind<HalfRequests> KIND = catalogued("half-requests", HalfRequests.class, HalfRequests::new);

        public HalfRequests {
            check("half-requests", clients);
        }

        @Override
        public String words() {
            return format("%,d clients send half a request", clients);
        }
    }

    private static <T extends ClientFault> FaultKind<T> catalogued(String name, Class<T> spec, IntFunction<T> make) {
        return FaultKind.of(
                name,
                spec,
                ValueFormat.of(
                        Parameter.Amount.whole("clients", Quantity.COUNT, 1, MAX_CLIENTS),
                        "50",
                        clients -> make.apply((int) clients),
                        ClientFault::clients));
    }

    private static void check(String name, int clients) {
        refuseIf(
                clients < 1 || clients > MAX_CLIENTS,
                "%s by %,d clients: it must be from 1 to %,d",
                name,
                clients,
                MAX_CLIENTS);
    }
}

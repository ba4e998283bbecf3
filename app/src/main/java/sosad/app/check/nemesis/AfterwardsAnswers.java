package sosad.app.check.nemesis;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.check.SystemUnderTest;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.message.Address;
import sosad.model.NodeId;

/** Whether all servers and gateways answer after everything was healed: one may be up and serve nobody. */
final class AfterwardsAnswers {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String NO_KEY = "no.such.key";

    private AfterwardsAnswers() {}

    /** Returns who does not answer, and how, in words; empty: all do. */
    static Optional<String> silent(SystemUnderTest system) {
        List<NodeId> all = new ArrayList<>(system.servers());
        all.addAll(system.gateways());
        List<String> silent = new ArrayList<>();
        for (NodeId process : all) {
            complaint(system.address(process)).ifPresent(why -> silent.add(process + " " + why));
        }
        return silent.isEmpty() ? Optional.empty() : Optional.of("healed, and not back: " + String.join("; ", silent));
    }

    private static Optional<String> complaint(Optional<Address> address) {
        if (address.isEmpty()) {
            return Optional.of("is down");
        }
        try (RespClient client = new RespClient(address.get(), PATIENCE)) {
            RespReply reply = client.get(NO_KEY);
            return reply.isError() ? Optional.of("answers " + reply.text()) : Optional.empty();
        } catch (IOException e) {
            return Optional.of("does not answer: " + e.getMessage());
        }
    }
}

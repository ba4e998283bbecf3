package sosad.app.check.volume;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import sosad.app.check.SystemUnderTest;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.message.Address;
import sosad.model.NodeId;

/** The memory that servers say they use, where they say it as redis-server does. */
record UsedMemory(SystemUnderTest system) {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String NAME = "used_memory:";

    /** Returns the bytes of all servers together; empty if one of them does not say. */
    OptionalLong bytes() {
        long sum = 0;
        for (NodeId server : system.servers()) {
            OptionalLong used = system.address(server).isPresent()
                    ? bytes(system.address(server).get())
                    : OptionalLong.empty();
            if (used.isEmpty()) {
                return used;
            }
            sum += used.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    private OptionalLong bytes(Address address) {
        try (RespClient client = new RespClient(address, TIMEOUT)) {
            if (system.password().isPresent()) {
                client.request(RespRequest.of("AUTH", system.password().get())).orFail();
            }
            RespReply info = client.request(RespRequest.of("INFO", "memory"));
            return info.text()
                    .lines()
                    .filter(line -> line.startsWith(NAME))
                    .map(line -> line.substring(NAME.length()).strip())
                    .filter(number -> number.matches("[0-9]{1,18}"))
                    .mapToLong(Long::parseLong)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}

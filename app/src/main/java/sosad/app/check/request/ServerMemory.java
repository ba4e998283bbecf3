package sosad.app.check.request;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sosad.app.check.SystemUnderTest;
import sosad.model.NodeId;

/**
 * The memory of a server's process: what the system says if it runs on this machine, and otherwise what it says itself;
 * asked on a connection of its own.
 */
final class ServerMemory implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");
    private static final double KIBIBYTES = 1 << 10;
    private static final double MEBIBYTES = 1 << 20;

    private final RawConnection client;
    private final Optional<Path> status;

    ServerMemory(SystemUnderTest system, NodeId server) throws IOException {
        client = new RawConnection(system, server, TIMEOUT);
        boolean isHere = system.address(server)
                .map(address -> isLoopback(address.host()))
                .orElse(false);
        OptionalLong pid = isHere ? fact("process_id") : OptionalLong.empty();
        status = pid.isPresent()
                ? Optional.of(Path.of("/proc", Long.toString(pid.getAsLong()), "status"))
                        .filter(Files::isReadable)
                : Optional.empty();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Returns it in MB, where it is told. */
    OptionalDouble megabytes() throws IOException {
        if (status.isPresent()) {
            Matcher matcher = RESIDENT.matcher(Files.readString(status.get()));
            return matcher.find()
                    ? OptionalDouble.of(Long.parseLong(matcher.group(1)) / KIBIBYTES)
                    : OptionalDouble.empty();
        }
        OptionalLong used = fact("used_memory");
        return used.isPresent() ? OptionalDouble.of(used.getAsLong() / MEBIBYTES) : OptionalDouble.empty();
    }

    private OptionalLong fact(String name) throws IOException {
        RawReply info = client.ask("INFO");
        Matcher matcher =
                Pattern.compile("(?m)^" + name + ":([0-9]{1,18})\\r?$").matcher(info.text());
        return !info.isError() && matcher.find()
                ? OptionalLong.of(Long.parseLong(matcher.group(1)))
                : OptionalLong.empty();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}

package sosad.app.check.suite;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.process.NodeException;
import sosad.message.Address;
import sosad.model.NodeId;

/**
 * Servers of the Redis protocol that somebody else has started, called A, B and so on here. Nothing can be done to them
 * beyond requests.
 *
 * @param addresses where they listen; 1 to {@value #MAX_SERVERS}
 * @param password what clients send first, if they need one
 * @param passwordFile the file that it is from, named in commands
 */
public record ForeignServers(List<Address> addresses, Optional<String> password, Optional<Path> passwordFile)
        implements SystemSource, SystemUnderTest {
    /** The most servers: each is called by a letter. */
    public static final int MAX_SERVERS = 26;

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** @throws IllegalArgumentException if there are too many, or one is named twice */
    public ForeignServers {
        addresses = List.copyOf(addresses);
        refuseIf(
                addresses.isEmpty() || addresses.size() > MAX_SERVERS,
                "%d servers; there must be 1 to %d",
                addresses.size(),
                MAX_SERVERS);
        refuseIf(new HashSet<>(addresses).size() < addresses.size(), "a server is named twice");
    }

    /**
     * Asks each whether it is a server of the Redis protocol and lets us in.
     *
     * @throws NodeException naming the first that does not, and what to do
     */
    public void probe() {
        addresses.forEach(this::probe);
    }

    private void probe(Address address) {
        try (RespClient client = new RespClient(address, TIMEOUT)) {
            if (password.isPresent()) {
                RespReply login = client.request(RespRequest.of("AUTH", password.get()));
                if (login.isError()) {
                    throw new NodeException("%s refuses the password: %s".formatted(address, login.text()));
                }
            }
            RespReply reply = client.request(RespRequest.of("PING"));
            if (reply.isError() && reply.text().startsWith("NOAUTH")) {
                throw new NodeException(
                        "%s wants a password: put it into a file, and name that with --auth-file".formatted(address));
            }
            if (reply.isError() || !reply.text().equals("PONG")) {
                throw new NodeException("%s answers PING with \"%s\"".formatted(address, reply.text()));
            }
        } catch (UnknownHostException e) {
            throw new NodeException("%s: there is no such host".formatted(address));
        } catch (ConnectException e) {
            throw new NodeException("%s: nothing listens there".formatted(address));
        } catch (SocketTimeoutException e) {
            throw new NodeException(format(
                    "%s does not answer PING within %d s: it is no server of the Redis protocol, or it hangs",
                    address, TIMEOUT.toSeconds()));
        } catch (IOException e) {
            throw new NodeException(
                    "%s is no server of the Redis protocol: asked with PING, %s".formatted(address, e.getMessage()));
        }
    }

    @Override
    public String words() {
        return addresses.stream().map(Address::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String options() {
        return "--against "
                + addresses.stream().map(Address::toString).collect(Collectors.joining(","))
                + passwordFile.map(file -> " --auth-file " + file).orElse("");
    }

    @Override
    public SystemUnderTest system() {
        probe();
        return this;
    }

    @Override
    public List<NodeId> servers() {
        return IntStream.range(0, addresses.size())
                .mapToObj(i -> new NodeId(Character.toString('A' + i)))
                .toList();
    }

    @Override
    public List<NodeId> gateways() {
        return List.of();
    }

    @Override
    public Optional<Address> address(NodeId process) {
        int index = servers().indexOf(process);
        return index < 0 ? Optional.empty() : Optional.of(addresses.get(index));
    }

    @Override
    public Optional<TestedCluster> cluster() {
        return Optional.empty();
    }

    @Override
    public void turn(long mostMillis) throws InterruptedException {
        Thread.sleep(mostMillis);
    }

    @Override
    public void close() {
        // they are somebody else's
    }
}

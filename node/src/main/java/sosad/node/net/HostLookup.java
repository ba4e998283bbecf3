package sosad.node.net;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import sosad.message.Address;

/**
 * Finds a host by its name, afresh for each call, since it may have moved. The system's way to look up a name blocks,
 * so it happens on threads of its own; what is written as numbers needs none. To be used on one thread.
 */
public final class HostLookup implements AutoCloseable {
    /** Knows the addresses of hosts. */
    public interface Names {
        /** The addresses of {@code host}, the preferred one first; may block. */
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Names names;
    private ExecutorService threads;
    private boolean isClosed;

    /** Asks the system. */
    public HostLookup() {
        this(InetAddress::getAllByName);
    }

    /** Asks {@code names}. */
    public HostLookup(Names names) {
        this.names = names;
    }

    /** Returns whether the host of {@code address} has a name, so that it may be elsewhere later. */
    static boolean mayMove(Address address) {
        return NetUtil.createByteArrayFromIpAddressString(address.host()) == null;
    }

    /** Returns where {@code address} is now; fails with an {@link UnknownHostException} if nobody knows its host. */
    CompletableFuture<List<InetSocketAddress>> find(Address address) {
        if (!mayMove(address)) {
            return CompletableFuture.completedFuture(numbers(address));
        }
        if (isClosed) {
            return CompletableFuture.failedFuture(new UnknownHostException("no host is looked up any more"));
        }
        if (threads == null) {
            threads = Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "host lookup");
                thread.setDaemon(true);
                return thread;
            });
        }
        return CompletableFuture.supplyAsync(() -> lookUp(address), threads);
    }

    private static List<InetSocketAddress> numbers(Address address) {
        try {
            byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address.host());
            return List.of(new InetSocketAddress(InetAddress.getByAddress(bytes), address.port()));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address of a wrong length", e); // Netty's are 4 or 16 bytes long
        }
    }

    private List<InetSocketAddress> lookUp(Address address) {
        try {
            return Stream.of(names.addresses(address.host()))
                    .map(found -> new InetSocketAddress(found, address.port()))
                    .toList();
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}

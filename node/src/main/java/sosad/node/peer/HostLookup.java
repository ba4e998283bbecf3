package sosad.node.peer;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import sosad.message.Address;

/**
 * Finds the host of a peer by its name anew for each try to connect, since it may have moved. The system's way to look
 * up a name blocks, so it happens on threads of its own; what is written as numbers needs none.
 */
final class HostLookup implements AutoCloseable {
    private ExecutorService threads;

    /** Where {@code address} is now; fails with {@link UnknownHostException} if nobody knows its host. */
    CompletableFuture<InetSocketAddress> find(Address address) {
        byte[] numbers = NetUtil.createByteArrayFromIpAddressString(address.host());
        if (numbers != null) {
            return CompletableFuture.completedFuture(at(address, numbers));
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

    private static InetSocketAddress at(Address address, byte[] numbers) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(numbers), address.port());
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private static InetSocketAddress lookUp(Address address) {
        try {
            return new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}

package sosad.app.check.cache;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sosad.app.client.RespClient;
import sosad.app.process.HostProcess;
import sosad.app.process.LocalLauncher;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessCommand;
import sosad.app.process.Program;
import sosad.message.Address;

/** A process of our own gateway, with the cache that the gateways of a cluster do without. */
final class GatewayWithCache implements CachingGateway {
    private static final long START_SECONDS = 30;
    private static final Pattern LISTENS = Pattern.compile("gateway: clients at .*:([0-9]+)");

    private final HostProcess process;
    private final Address address;

    private GatewayWithCache(HostProcess process, Address address) {
        this.process = process;
        this.address = address;
    }

    /** Opens them as processes of this program. */
    static Opener opener() {
        return (server, keys, ttlMillis) -> start(Program.find().forLessons(), server, keys, ttlMillis);
    }

    private static GatewayWithCache start(Program program, Address server, int keys, int ttlMillis)
            throws InterruptedException {
        List<String> command = new ArrayList<>(program.command());
        command.addAll(List.of(
                "gateway",
                "--backend",
                format("A=%s:%d", server.host(), server.port()),
                "--cache-size",
                Integer.toString(keys),
                "--cache-ttl",
                Integer.toString(ttlMillis)));
        CompletableFuture<Integer> port = new CompletableFuture<>();
        HostProcess process;
        try {
            process = LocalLauncher.TIED.start(new ProcessCommand(command), line -> {
                Matcher listens = LISTENS.matcher(line);
                if (listens.find()) {
                    port.complete(Integer.parseInt(listens.group(1)));
                }
            });
        } catch (IOException e) {
            throw new NodeException("a gateway with a cache cannot be started: " + e.getMessage());
        }
        try {
            int listening = port.get(START_SECONDS, TimeUnit.SECONDS);
            return new GatewayWithCache(process, RespClient.loopback(listening));
        } catch (TimeoutException | ExecutionException e) {
            process.destroy();
            throw new NodeException(format(
                    "a gateway with a cache does not listen after %d s; its last line: %s",
                    START_SECONDS, process.lastLine()));
        } catch (InterruptedException e) {
            process.destroy();
            throw e;
        }
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}

package sosad.node.gateway;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import sosad.message.Address;
import sosad.node.TestPort;
import sosad.node.client.ClientPort;
import sosad.node.client.ClientSettings;
import sosad.node.client.LaterReply;
import sosad.node.client.PortState;
import sosad.node.client.Replies;
import sosad.node.client.Request;
import sosad.node.client.RespCommand;

/** A server that does as it is told: answers, answers later, answers wrongly, stays silent, dies. */
final class FakeBackend implements AutoCloseable {
    /** All requests but PING and INFO, in lower case and in order. */
    final List<String> requests = new CopyOnWriteArrayList<>();
    /** What is answered instead of the usual. */
    final Map<String, Consumer<Replies>> answers = new ConcurrentHashMap<>();
    /** Requests of commands in {@link #heldCommands} that wait to be answered. */
    final BlockingQueue<LaterReply> held = new LinkedBlockingQueue<>();

    final List<String> heldCommands = new CopyOnWriteArrayList<>();

    private final String name;
    private final InetSocketAddress address;
    private ClientSettings settings = ClientSettings.DEFAULT;
    private EventLoopGroup loop;
    private ClientPort port;

    /** A backend that can die and rise at one address: nobody is given its port meanwhile. */
    FakeBackend(String name) {
        this.name = name;
        this.port = bind(TestPort.next());
        this.address = port.address();
    }

    /** From now on clients must send this secret first. */
    void askFor(String secret) {
        settings = ClientSettings.DEFAULT.guardedBy(Optional.of(secret));
        die();
        rise();
    }

    private ClientPort bind(int number) {
        loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        return ClientPort.bindFor(
                        this::commands, loop, new InetSocketAddress(InetAddress.getLoopbackAddress(), number), settings)
                .join();
    }

    Address address() {
        return new Address("127.0.0.1", address.getPort());
    }

    private List<RespCommand> commands(PortState state) {
        List<RespCommand> all = new ArrayList<>(state.commonCommands());
        all.removeIf(each -> !each.name().equals("auth"));
        all.add(command("info", replies -> replies.bulk("# Server\r\nrun_id:" + state.runId() + "\r\n")));
        all.add(command("keys", replies -> replies.array(0)));
        all.add(command("ping", replies -> replies.simple("PONG")));
        all.add(command("get", replies -> replies.bulk(name)));
        all.add(command("set", Replies::ok));
        all.add(command("del", replies -> replies.integer(0)));
        all.add(command("dbsize", replies -> replies.integer(1)));
        all.add(command("sosad.read", replies -> replies.bulk("newest")));
        all.add(command("scan", replies -> {
            replies.array(2);
            replies.bulk("7");
            replies.array(0);
        }));
        return all;
    }

    private RespCommand command(String command, Consumer<Replies> usual) {
        return RespCommand.of(command, 0, 7, "", (request, replies, session) -> {
            if (!command.equals("ping") && !command.equals("info")) {
                requests.add(text(request));
            }
            if (heldCommands.contains(command)) {
                held.add(session.later());
            } else {
                answers.getOrDefault(command, usual).accept(replies);
            }
        });
    }

    private static String text(Request request) {
        StringBuilder text = new StringBuilder(request.text(0).toLowerCase(Locale.ROOT));
        for (int i = 1; i < request.count(); i++) {
            text.append(' ').append(request.text(i));
        }
        return text.toString();
    }

    /** Waits for the next held request. */
    LaterReply nextHeld() throws InterruptedException {
        LaterReply next = held.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError(name + " was not asked");
        }
        return next;
    }

    void release(LaterReply reply, Consumer<Replies> answer) {
        loop.submit(() -> reply.answer(answer)).syncUninterruptibly();
    }

    /** Answers nothing more, not even checks, with its connections open. */
    void fallSilent() {
        heldCommands.addAll(List.of("ping", "get", "set", "del", "dbsize"));
    }

    void speakAgain() {
        heldCommands.clear();
    }

    /** Afterwards nobody listens: the system has a port back only when its event loop has looked once more. */
    void die() {
        if (!loop.isShuttingDown()) {
            port.close().join();
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    void rise() {
        port = bind(address.getPort());
    }

    @Override
    public void close() {
        die();
    }
}

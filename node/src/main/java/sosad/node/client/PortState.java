package sosad.node.client;

import static sosad.model.PlainFormat.format;

import io.netty.util.concurrent.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import sosad.model.Limits;
import sosad.node.net.RefusalLog;

/** The state of a client port: its settings, connections, traffic, clock and start. */
public final class PortState {
    private final ClientSettings settings;
    private final Connections connections;
    private final Guard guard;
    private final RefusalLog refusals;
    private final ClientTraffic traffic = new ClientTraffic();
    private final Ticker ticker;
    private final long beganNanos;
    private final String runId = newRunId(new SplittableRandom());

    private PortState(ClientSettings settings, Ticker ticker) {
        this.settings = settings;
        this.connections = new Connections(settings.mostConnections());
        this.guard = new Guard(settings.secret());
        this.refusals = new RefusalLog("client", ticker);
        this.ticker = ticker;
        this.beganNanos = ticker.nanoTime();
    }

    /** A port that begins now, by the event loop's ticker. */
    static PortState begin(ClientSettings settings, Ticker ticker) {
        return new PortState(settings, ticker);
    }

    /** The commands that every port has, whatever it serves: about the connection, its clients and its settings. */
    public List<RespCommand> commonCommands() {
        List<RespCommand> common = new ArrayList<>(new ConnectionCommands().all());
        common.add(new HelloCommand(guard).command());
        common.add(guard.auth());
        common.add(new ClientCommands(this).client());
        common.addAll(new ServerCommands(settings).all());
        return common;
    }

    /**
     * Returns an id as long as Redis's: 40 hexadecimal digits. The process id keeps two that begin in the same instant
     * apart.
     */
    private static String newRunId(RandomGenerator random) {
        return format(
                "%08x%016x%016x",
                (int) ProcessHandle.current().pid() ^ random.nextInt(), random.nextLong(), random.nextLong());
    }

    /** Names this start of the server: another after each restart, and the same for every client and address. */
    public String runId() {
        return runId;
    }

    /** Returns how many clients are connected. */
    public int connected() {
        return connections.size();
    }

    ClientSettings settings() {
        return settings;
    }

    Guard guard() {
        return guard;
    }

    Connections connections() {
        return connections;
    }

    RefusalLog refusals() {
        return refusals;
    }

    ClientTraffic traffic() {
        return traffic;
    }

    Ticker ticker() {
        return ticker;
    }

    Limits limits() {
        return settings.limits();
    }

    /** Returns how long the port has been there. */
    public long ageNanos() {
        return ticker.nanoTime() - beganNanos;
    }
}

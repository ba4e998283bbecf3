package sosad.node.client;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sosad.model.RefusedException;
import sosad.node.host.Database;

/** Finds a request's command by its name in any case, without making a string of it, and carries it out. */
final class CommandTable {
    /** The part of a request that an error quotes. */
    private static final int QUOTED_BYTES = 128;

    private final ClientTraffic traffic;
    private final RespCommand[] slots;
    private final byte[][] names;

    CommandTable(List<RespCommand> commands, ClientTraffic traffic) {
        this.traffic = traffic;
        slots = new RespCommand[Integer.highestOneBit(4 * commands.size())];
        names = new byte[slots.length][];
        for (RespCommand command : commands) {
            byte[] name = new byte[command.name().length()];
            for (int i = 0; i < name.length; i++) {
                name[i] = (byte) command.name().charAt(i);
            }
            int slot = slot(name, 0, name.length);
            while (slots[slot] != null) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = command;
            names[slot] = name;
        }
    }

    /**
     * All commands of the client port.
     *
     * @param info what INFO tells
     */
    static CommandTable of(Database database, PortState port, Info info) {
        ReadCommands reads = new ReadCommands(database, port.limits(), port.traffic());
        List<RespCommand> all = new ArrayList<>(new DataCommands(database, port.limits(), port.traffic(), reads).all());
        all.add(reads.read());
        all.addAll(new KeyspaceCommands(database, new SplittableRandom()).all());
        all.addAll(port.commonCommands());
        all.add(info.command());
        all.add(new CatalogueCommand(all).command());
        return of(all, port);
    }

    /** These commands, guarded by the port's secret, and the answers to some that are not there. */
    static CommandTable of(List<RespCommand> commands, PortState port) {
        List<RespCommand> all = new ArrayList<>(commands);
        all.addAll(AbsentCommands.all());
        all.addAll(new Transactions().all());
        List<RespCommand> guarded = port.guard().over(all);
        guarded.addAll(HttpRequests.all());
        return new CommandTable(guarded, port.traffic());
    }

    /**
     * Answers the request, with an error if it is wrong.
     *
     * @return whether it may have taken long, so that other connections should have their turn
     */
    boolean run(Request request, Replies replies, ClientSession session) {
        try {
            return answer(request, replies, session);
        } catch (RefusedException refused) {
            replies.error("ERR " + refused.getMessage());
            return false;
        }
    }

    private boolean answer(Request request, Replies replies, ClientSession session) {
        RespCommand command = find(request.bytes(), request.start(0), request.length(0));
        if (session.isInRefusedTransaction() && !Transactions.mayFollow(command)) {
            replies.error(Transactions.ABORTED);
            return false;
        }
        if (command == null) {
            replies.error(unknown(request));
            return false;
        }
        String error = command.arity().error(request);
        if (error != null) {
            replies.error(error);
            return false;
        }
        traffic.commands++;
        session.ran(command.name());
        command.action().run(request, replies, session);
        return command.takesLong();
    }

    private RespCommand find(byte[] bytes, int start, int length) {
        int slot = slot(bytes, start, length);
        while (slots[slot] != null && !isName(names[slot], bytes, start, length)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slots[slot];
    }

    private static boolean isName(byte[] name, byte[] bytes, int start, int length) {
        if (name.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lower(bytes[start + i]) != name[i]) {
                return false;
            }
        }
        return true;
    }

    private int slot(byte[] bytes, int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + lower(bytes[i]);
        }
        return (hash ^ hash >>> 8) & slots.length - 1;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    /** Redis's words, which quote the beginning of the request. */
    private static String unknown(Request request) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 1; i < Math.min(request.count(), Request.MAX_KEPT) && quoted.length() < QUOTED_BYTES; i++) {
            quoted.append('\'').append(beginning(request, i)).append("' ");
        }
        return "ERR unknown command '%s', with args beginning with: %s".formatted(beginning(request, 0), quoted);
    }

    private static String beginning(Request request, int i) {
        int start = request.start(i);
        StringBuilder text = new StringBuilder();
        for (int at = start; at < start + Math.min(request.length(i), QUOTED_BYTES); at++) {
            byte b = request.bytes()[at];
            text.append(b >= ' ' && b < 127 ? (char) b : '?');
        }
        return text.toString();
    }
}

package sosad.app.check.consistency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.app.check.SystemUnderTest;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationListener;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.app.load.Stamp;
import sosad.message.Address;
import sosad.model.NodeId;

/** A client of a check that asks any server, now, and has what it asked recorded and judged. Used by one thread. */
final class Probe implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int PIPELINED = 64;

    private final SystemUnderTest system;
    private final int number;
    private final OperationLog log;
    private final OperationListener listener;
    private final Map<NodeId, RespClient> connections = new TreeMap<>();

    /** @param number of this client in the log */
    Probe(SystemUnderTest system, int number, OperationLog log, OperationListener listener) {
        this.system = system;
        this.number = number;
        this.log = log;
        this.listener = listener;
    }

    Operation write(NodeId server, String key, long version) {
        return ask(server, List.of(new Question(key, version))).get(0);
    }

    Operation read(NodeId server, String key) {
        return ask(server, List.of(new Question(key, Operation.NOTHING))).get(0);
    }

    /** Writes the same version under all these keys, many at a time. */
    List<Operation> writeAll(NodeId server, List<String> keys, long version) {
        return askAll(
                server, keys.stream().map(key -> new Question(key, version)).toList());
    }

    /** Reads all these keys, many at a time. */
    List<Operation> readAll(NodeId server, List<String> keys) {
        return askAll(
                server,
                keys.stream().map(key -> new Question(key, Operation.NOTHING)).toList());
    }

    /** Deletes keys, and takes no note of it. */
    void delete(NodeId server, List<String> keys) {
        try {
            for (int from = 0; from < keys.size(); from += PIPELINED) {
                List<String> some = keys.subList(from, Math.min(keys.size(), from + PIPELINED));
                RespClient client = connection(server);
                client.sendAll(
                        some.stream().map(key -> RespRequest.of("DEL", key)).toList());
                for (int i = 0; i < some.size(); i++) {
                    client.reply();
                }
            }
        } catch (IOException e) {
            drop(server); // it is away, and so are they, or they stay
        }
    }

    /** What is asked: to write that version, or to read. */
    private record Question(String key, long version) {
        boolean isRead() {
            return version == Operation.NOTHING;
        }

        RespRequest request() {
            return isRead() ? RespRequest.get(key) : RespRequest.set(key, Stamp.of(key, version));
        }
    }

    private List<Operation> askAll(NodeId server, List<Question> questions) {
        List<Operation> answers = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += PIPELINED) {
            answers.addAll(ask(server, questions.subList(from, Math.min(questions.size(), from + PIPELINED))));
        }
        return answers;
    }

    private List<Operation> ask(NodeId server, List<Question> questions) {
        List<Operation> answers = new ArrayList<>();
        long sent = nanos();
        questions.stream()
                .filter(one -> !one.isRead())
                .forEach(write -> listener.sends(number, server, write.key(), write.version(), sent));
        try {
            RespClient client = connection(server);
            client.sendAll(questions.stream().map(Question::request).toList());
            for (Question question : questions) {
                answers.add(answer(server, question, sent, client.reply()));
            }
        } catch (IOException e) {
            drop(server);
            for (Question question : questions.subList(answers.size(), questions.size())) {
                answers.add(note(server, question, sent, question.version(), OperationOutcome.UNANSWERED));
            }
        }
        return answers;
    }

    private Operation answer(NodeId server, Question question, long sent, RespReply reply) {
        if (question.isRead()) {
            long version = reply.value()
                    .map(value -> Stamp.number(question.key(), value.text()).orElse(Operation.FOREIGN))
                    .orElse(reply.isNil() ? Operation.NOTHING : Operation.FOREIGN);
            return note(
                    server,
                    question,
                    sent,
                    reply.isError() ? Operation.NOTHING : version,
                    reply.isError() ? OperationOutcome.REFUSED : OperationOutcome.OK);
        }
        boolean isKept = !reply.isError() && reply.text().equals("OK");
        return note(
                server, question, sent, question.version(), isKept ? OperationOutcome.OK : OperationOutcome.REFUSED);
    }

    private Operation note(NodeId server, Question question, long sent, long version, OperationOutcome outcome) {
        Operation operation = new Operation(
                number,
                server,
                question.isRead() ? OperationKind.READ : OperationKind.WRITE,
                question.key(),
                version,
                sent,
                nanos(),
                outcome);
        Operation judged = operation.judged(listener.completed(operation));
        log.add(judged);
        return judged;
    }

    private long nanos() {
        return System.nanoTime() - log.originNanos();
    }

    private RespClient connection(NodeId server) throws IOException {
        RespClient open = connections.get(server);
        if (open == null) {
            Address address = system.address(server).orElseThrow(() -> new IOException(server + " is down"));
            open = new RespClient(address, TIMEOUT);
            connections.put(server, open);
            if (system.password().isPresent()) {
                open.request(RespRequest.of("AUTH", system.password().get())).orFail();
            }
        }
        return open;
    }

    private void drop(NodeId server) {
        RespClient broken = connections.remove(server);
        if (broken != null) {
            close(broken);
        }
    }

    private static void close(RespClient client) {
        try {
            client.close();
        } catch (IOException e) {
            // then it is gone, too
        }
    }

    @Override
    public void close() {
        connections.values().forEach(Probe::close);
        connections.clear();
    }
}

package sosad.app.check.request;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.check.SystemUnderTest;
import sosad.model.NodeId;
import sosad.request.MalformedRequest;
import sosad.request.MalformedRequests;

/**
 * Complete malformed requests of one part of the document's list, at every server and gateway: each is refused, nothing
 * is stored, and its client and others are served. Our own nodes refuse them by the words of the corpus; a server with
 * other limits may do what is asked for, but wholly.
 *
 * @param part of the list, 1 to 10
 */
record MalformedRequestCheck(int part) implements Check {
    private static final Duration USUAL = Duration.ofMillis(300);
    private static final int MAX_PARTS = MalformedRequests.PARTS - 1;

    /** Returns those of all parts. */
    static List<Check> all() {
        return IntStream.rangeClosed(1, MAX_PARTS)
                .mapToObj(part -> (Check) new MalformedRequestCheck(part))
                .toList();
    }

    @Override
    public CheckNumber number() {
        return CheckNumber.of(4, part);
    }

    @Override
    public String title() {
        return RequestTitles.title(part);
    }

    @Override
    public String question() {
        return RequestTitles.question(part, "refused, with nothing stored and everybody served afterwards");
    }

    @Override
    public String situation() {
        return "malformed requests that were answered";
    }

    @Override
    public Duration usualDuration() {
        return USUAL;
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        SystemUnderTest system = context.system();
        List<MalformedRequest> requests = MalformedRequests.of(part);
        List<NodeId> processes = Processes.of(system);
        List<MalformedExchange> exchanges = processes.stream()
                .flatMap(process -> requests.stream().map(request -> MalformedExchange.of(system, process, request)))
                .toList();
        system.turn(0); // a server that one of them has killed is found out here
        return result(exchanges, processes, requests.size());
    }

    private CheckResult result(List<MalformedExchange> exchanges, List<NodeId> processes, int requests) {
        List<MalformedExchange> wrong = exchanges.stream()
                .filter(exchange -> exchange.fault().isPresent())
                .toList();
        long refused = exchanges.stream().filter(MalformedExchange::isRefused).count();
        long done = exchanges.size() - refused - wrong.size();
        CheckResultBuilder result = new CheckResultBuilder(this)
                .did(format(
                        "Sent %d such requests to %s on raw sockets, then a PING by the same client and one by another.",
                        requests, Processes.words(processes)))
                .situations(
                        exchanges.stream().filter(MalformedExchange::isAnswered).count())
                .figure(Figure.count("requests", exchanges.size()))
                .figure(Figure.count("refused", refused))
                .figure(Figure.count("done wholly", done))
                .figure(Figure.count("wrong", wrong.size()));
        wrong.stream().map(MalformedExchange::evidence).forEach(result::evidence);
        result.evidence(Evidence.of(
                "Every request, at " + processes.get(0),
                exchanges.stream()
                        .filter(exchange -> exchange.process().equals(processes.get(0)))
                        .flatMap(exchange -> Stream.concat(exchange.lines().stream(), Stream.of("")))
                        .toList()));
        if (!wrong.isEmpty()) {
            MalformedExchange first = wrong.get(0);
            return result.because(
                            "%s: %s".formatted(first.process(), first.fault().orElseThrow()))
                    .failed(format("%d of %d requests not handled as they must be", wrong.size(), exchanges.size()));
        }
        if (done == 0) {
            return result.held(format("%d of %d refused, nothing stored", refused, exchanges.size()));
        }
        return result.because("This server has other limits than our nodes: what it took, it kept and gave back whole.")
                .held(format("%d refused, %d done wholly: other limits", refused, done));
    }
}

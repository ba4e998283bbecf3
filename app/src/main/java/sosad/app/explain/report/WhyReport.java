package sosad.app.explain.report;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import sosad.app.explain.Explainer;
import sosad.app.explain.Explanation;
import sosad.app.explain.Question;
import sosad.app.explain.Sentence;
import sosad.app.explain.change.Change;
import sosad.app.explain.change.ChangeSearch;
import sosad.app.history.History;
import sosad.app.lab.PlayedRun;
import sosad.app.scenario.ScenarioJson;
import sosad.model.Entry;
import sosad.model.Value;
import sosad.protocol.Row;

/**
 * An explanation with the smallest change that would have made it otherwise, as text or JSON ({@code docs/why.md}).
 *
 * @param history the run that was asked about
 * @param change empty where the node comes to hold the newest anyway, or had run by its own clocks
 */
public record WhyReport(Explanation explanation, History history, Optional<Change> change) {
    public WhyReport {
        Objects.requireNonNull(explanation);
        Objects.requireNonNull(history);
        Objects.requireNonNull(change);
    }

    /**
     * Answers a question about a run.
     *
     * @param event the last of the step asked about
     * @throws sosad.app.explain.UnanswerableException if there is no such node or peer
     */
    public static WhyReport of(PlayedRun run, int event, Question question) {
        Explanation explanation = new Explainer().explain(run, event, question);
        Optional<Change> change = question instanceof Question.OfEntry entry
                        && !explanation.heals()
                        && run.upTo(event).lived().isEmpty() // a change is searched in runs in steps
                ? new ChangeSearch().find(run.upTo(event).recorded().scenario(), entry.at(), entry.key())
                : Optional.empty();
        return new WhyReport(explanation, run.history(), change);
    }

    /** Returns it in a form in which it is printed. */
    public String in(WhyFormat format) {
        return format == WhyFormat.JSON ? json() + "\n" : text();
    }

    /** Returns it as JSON. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (explanation.question() instanceof Question.OfEntry entry) {
            json.put("at", entry.at().name()).put("key", entry.key().text());
            json.set("holds", json(explanation.holds()));
            json.set("newest", json(explanation.newest()));
            json.put("heals", explanation.heals());
        } else if (explanation.question() instanceof Question.OfRow row) {
            Row now = history.at(explanation.event()).node(row.at()).rows().get(row.peer());
            json.put("at", row.at().name()).put("peer", row.peer().name());
            json.put("now", now == null ? null : now.now());
            json.put("prev", now == null ? null : now.prev());
        }
        ArrayNode because = json.putArray("because");
        explanation.because().forEach(sentence -> because.add(sentence.text()));
        because.add(explanation.outlook().text());
        if (explanation.question() instanceof Question.OfEntry) {
            json.set("change", change.<JsonNode>map(WhyReport::json).orElse(NullNode.instance));
        }
        return json;
    }

    private static JsonNode json(Optional<Entry> entry) {
        return entry.<JsonNode>map(there -> JsonNodeFactory.instance
                        .objectNode()
                        .put("value", there.value().map(Value::text).orElse(null))
                        .put("timestamp", there.timestamp())
                        .put("origin", there.version().origin().name()))
                .orElse(NullNode.instance);
    }

    private static ObjectNode json(Change change) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sentence", whole(change))
                .set("scenario", ScenarioJson.of(change.scenario()));
    }

    private static String whole(Change change) {
        String whole = change.statement() + ".";
        return Sentence.words(whole) <= Sentence.MAX_WORDS ? whole : change.sentence();
    }

    private String text() {
        StringBuilder text = new StringBuilder(explanation.heading()).append('\n');
        for (Sentence sentence : explanation.because()) {
            text.append(format("  T = %-4d %s%n", time(sentence), sentence.text()));
        }
        text.append(explanation.outlook().text()).append('\n');
        change.ifPresent(there -> text.append(there.statement()).append(".\n"));
        return text.toString();
    }

    private long time(Sentence sentence) {
        return history.at(sentence.events().stream().findFirst().orElse(explanation.event()))
                .time();
    }
}

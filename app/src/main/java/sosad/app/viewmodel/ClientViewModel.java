package sosad.app.viewmodel;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sosad.app.client.ClientReply;
import sosad.app.history.ClientRead;
import sosad.app.history.Snapshot;
import sosad.app.lab.Lab;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.Fates;
import sosad.model.Limits;
import sosad.model.RefusedException;
import sosad.protocol.Reads.ReadMode;

/** A client of a node or gateway, and what the user can make a node do by hand. */
public final class ClientViewModel {
    private final LabViewModel state;
    private final Lab lab;
    private final ObservableList<Access> accesses = FXCollections.observableArrayList();
    private final ObjectProperty<Access> access = new SimpleObjectProperty<>();
    private final ObjectProperty<ReadMode> readMode = new SimpleObjectProperty<>(ReadMode.LOCAL);
    private final ObjectProperty<ClientCommand> command = new SimpleObjectProperty<>(ClientCommand.PUT);
    private final StringProperty key = new SimpleStringProperty("");
    private final StringProperty value = new SimpleStringProperty("");
    private final BooleanProperty stepReads = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper keyError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper valueError = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Reply> reply = new ReadOnlyObjectWrapper<>(Reply.NONE);
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
    private Optional<Action.Get> awaited = Optional.empty();

    /** The result of a request: the reply, or the reason why there is none. */
    public record Reply(String text, String latency, boolean isError) {
        /** Nothing was asked yet. */
        public static final Reply NONE = new Reply("", "", false);
    }

    public ClientViewModel(LabViewModel state, Lab lab) {
        this.state = state;
        this.lab = lab;
        state.historyProperty().addListener((property, old, history) -> {
            keepAccesses(history.present());
            follow(history.present());
        });
        state.scenarioProperty().addListener((property, old, scenario) -> clear());
        state.statusProperty().addListener((property, old, status) -> reply.set(Reply.NONE));
        key.addListener((property, old, text) -> keyError.set(text.isEmpty() ? "" : brokenRule(text, true)));
        value.addListener((property, old, text) -> valueError.set(brokenRule(text, false)));
    }

    private void keepAccesses(Snapshot present) {
        List<Access> all = Stream.concat(
                        present.nodes().stream().map(node -> Access.at(node.id())),
                        present.gateways().stream().map(gateway -> Access.via(gateway.id())))
                .toList();
        if (!accesses.equals(all)) {
            Access chosen = access.get();
            accesses.setAll(all);
            access.set(all.contains(chosen) ? chosen : all.get(0));
        }
    }

    /** Leaves nothing of the lesson before. */
    private void clear() {
        key.set("");
        value.set("");
        command.set(ClientCommand.PUT);
        readMode.set(ReadMode.LOCAL);
    }

    /** Returns whether there is a key that is in order, but still no value that goes with it. */
    public boolean lacksValue() {
        return command.get() == ClientCommand.PUT
                && value.get().isEmpty()
                && brokenRule(key.get(), true).isEmpty();
    }

    /** Sends the request, unless a rule is broken or one is under way. */
    public void send() {
        keyError.set(brokenRule(key.get(), true));
        boolean isWrong = !keyError.get().isEmpty()
                || (command.get() == ClientCommand.PUT && !valueError.get().isEmpty());
        if (isWrong || sending.get() || access.get() == null) {
            return;
        }
        sending.set(true);
        Action request = request();
        awaited = Optional.empty();
        perform(request).whenComplete((answer, failure) -> {
            sending.set(false);
            if (failure == null && request instanceof Action.Get get && get.step()) {
                awaited = Optional.of(get);
            }
            Reply got = failure == null ? of(answer) : new Reply(LabViewModel.words(failure), "", true);
            reply.set(awaited.isPresent() ? new Reply(got.text(), "", got.isError()) : got);
        });
    }

    private Action request() {
        var itsKey = Limits.DEFAULT.key(key.get());
        return switch (command.get()) {
            case PUT -> new Action.Put(access.get(), itsKey, Limits.DEFAULT.value(value.get()));
            case GET -> new Action.Get(access.get(), itsKey, mode(), Optional.empty(), steps());
            case DELETE -> new Action.Delete(access.get(), itsKey);
        };
    }

    /** A gateway only passes local reads on. */
    private ReadMode mode() {
        return access.get().viaGateway() ? ReadMode.LOCAL : readMode.get();
    }

    /** Only in step mode can something be stepped through. */
    private boolean steps() {
        return stepReads.get() && mode() != ReadMode.LOCAL && !state.clocksRun().get();
    }

    /** A read that waited is over: its reply is what was waited for. */
    private void follow(Snapshot present) {
        if (awaited.isPresent()) {
            present.reads().stream()
                    .filter(read -> read.isFor(awaited.get()) && !read.isAwaited())
                    .reduce((first, second) -> second)
                    .ifPresent(read -> {
                        awaited = Optional.empty();
                        reply.set(of(read));
                    });
        }
    }

    private static Reply of(ClientRead read) {
        return read.answer() instanceof ClientRead.Answer.Got got
                ? new Reply(Abridged.of(ClientReply.ofRead(got.value(), 0).text()), "", false)
                : new Reply(((ClientRead.Answer.Failed) read.answer()).reason(), "", true);
    }

    /** The chosen node pushes to all its peers. */
    public void push() {
        perform(new Action.Push(access.get().name(), Optional.empty(), Fates.NONE));
    }

    /** The chosen node syncs. */
    public void sync() {
        perform(new Action.Sync(access.get().name(), Optional.empty(), Optional.empty(), Fates.NONE));
    }

    /** Advances T by one; messages in flight are delivered first. */
    public void tick() {
        state.here(lab::tick);
    }

    private CompletionStage<Optional<ClientReply>> perform(Action action) {
        return state.here(() -> lab.act(action));
    }

    private static Reply of(Optional<ClientReply> answer) {
        return answer.map(got -> new Reply(Abridged.of(got.text()), latency(got.micros()), got.isError()))
                .orElse(Reply.NONE);
    }

    static String latency(long micros) {
        return format(micros < 10_000 ? "%.1f ms" : "%.0f ms", micros / 1_000.0);
    }

    private static String brokenRule(String text, boolean isKey) {
        try {
            if (isKey) {
                Limits.DEFAULT.key(text);
            } else {
                Limits.DEFAULT.value(text);
            }
            return "";
        } catch (RefusedException refused) {
            return refused.getMessage();
        }
    }

    /** Returns whether nothing can be asked at the moment shown. */
    public ReadOnlyBooleanProperty lockedProperty() {
        return state.lockedProperty();
    }

    /** The nodes and gateways to choose from. */
    public ObservableList<Access> accesses() {
        return accesses;
    }

    /** Returns where requests go. */
    public ObjectProperty<Access> accessProperty() {
        return access;
    }

    /** Returns how far a read at a node goes. */
    public ObjectProperty<ReadMode> readModeProperty() {
        return readMode;
    }

    /** Returns whether the questions, answers and repairs of reads stand on their links like other messages. */
    public BooleanProperty stepReadsProperty() {
        return stepReads;
    }

    public ObjectProperty<ClientCommand> commandProperty() {
        return command;
    }

    public StringProperty keyProperty() {
        return key;
    }

    public StringProperty valueProperty() {
        return value;
    }

    /** The rule that the key breaks, or empty. */
    public ReadOnlyStringProperty keyErrorProperty() {
        return keyError.getReadOnlyProperty();
    }

    /** The rule that the value breaks, or empty. */
    public ReadOnlyStringProperty valueErrorProperty() {
        return valueError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Reply> replyProperty() {
        return reply.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty sendingProperty() {
        return sending.getReadOnlyProperty();
    }
}

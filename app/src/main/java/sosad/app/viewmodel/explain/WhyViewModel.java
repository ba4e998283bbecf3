package sosad.app.viewmodel.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import sosad.app.explain.Explainer;
import sosad.app.explain.Question;
import sosad.app.explain.UnanswerableException;
import sosad.app.explain.change.Change;
import sosad.app.explain.change.ChangeSearch;
import sosad.app.history.History;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.lab.Lab;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.step.RecordedScenario;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.tables.Lacks;
import sosad.model.NodeId;

/**
 * The question that is asked, and its answer. It is computed beside the window, on one thread: first why it is so, then
 * what would have made it otherwise. A question asked of the present is asked again whenever the run has gone on; one
 * asked of a past moment stands for that moment.
 */
public final class WhyViewModel implements AutoCloseable {
    /** A pane that says "wait" for less than this would only flicker. */
    private static final long BRIEF_MILLIS = 150;

    private static final String NEEDS_STILLNESS = ". Why answers when the clocks are stopped.";

    private final LabViewModel lab;
    private final Lab engine;
    private final Executor fx;
    private Function<Question, Optional<Banner.Offer>> beside = wanted -> Optional.empty();
    private final LatestTask work = new LatestTask("why");
    private final Explainer explainer = new Explainer();
    private final ChangeSearch changes = new ChangeSearch();
    private final ReadOnlyObjectWrapper<WhyStatus> status = new ReadOnlyObjectWrapper<>(WhyStatus.CLOSED);
    private final ReadOnlyObjectWrapper<Question> question = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<WhyAnswer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ChangeStatus> changeStatus = new ReadOnlyObjectWrapper<>(ChangeStatus.NONE);
    private final ReadOnlyObjectWrapper<Change> change = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Lighting> lighting = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private Optional<HistoryEvent> pastMoment = Optional.empty();
    private String lesson = "";
    private int round;

    /** @param fx runs what it is given on the window's thread, in order */
    public WhyViewModel(LabViewModel lab, Lab engine, Executor fx) {
        this.lab = lab;
        this.engine = engine;
        this.fx = fx;
        lab.historyProperty().addListener((property, old, history) -> follow());
        lab.statusProperty().addListener((property, old, now) -> follow());
    }

    /** Returns a sentence about the moment that is shown in the pieces in which it is set. */
    public List<WhySpan> spans(String sentence) {
        return SentenceSpans.of(sentence, SentenceSpans.keys(lab.shownProperty().get()));
    }

    /** Returns a question of the moment that is shown in words. */
    public String words(Question wanted) {
        return QuestionText.of(wanted, lab.shownProperty().get());
    }

    /** Returns what can be asked of what a node lacks at the moment that is shown. */
    public List<Question.OfEntry> lacks(NodeId node) {
        return Lacks.of(lab.shownProperty().get(), node);
    }

    /** Sets what menus offer beside a question about the same. */
    public void setBeside(Function<Question, Optional<Banner.Offer>> newBeside) {
        beside = newBeside;
    }

    /** Returns what menus offer beside a question. */
    public Optional<Banner.Offer> beside(Question wanted) {
        return beside.apply(wanted);
    }

    /** Asks {@code wanted} of the moment that is shown. */
    public void ask(Question wanted) {
        Snapshot shown = lab.shownProperty().get();
        if (shown == null) {
            return;
        }
        pastMoment = lab.pastProperty().get() ? Optional.of(shown.event()) : Optional.empty();
        lesson = lesson();
        answer.set(null);
        lighting.set(null);
        question.set(wanted);
        title.set(QuestionText.of(wanted, shown));
        begin();
    }

    /**
     * Asks why a node lacks something, or holds an older version: the first of them, or the one after that which is
     * asked about.
     */
    public void askNext() {
        Snapshot shown = lab.shownProperty().get();
        if (shown == null) {
            return;
        }
        List<Question.OfEntry> lacks = Lacks.of(shown);
        if (lacks.isEmpty()) {
            end();
            title.set("Why?");
            status.set(WhyStatus.HINT);
        } else {
            Question now = question.get();
            int next = now instanceof Question.OfEntry entry ? lacks.indexOf(entry) + 1 : 0;
            ask(lacks.get(next % lacks.size()));
        }
    }

    /**
     * Ends it: nothing is asked any more, and nothing lit.
     *
     * @return whether something was asked
     */
    public boolean end() {
        boolean wasOpen = status.get() != WhyStatus.CLOSED;
        round++;
        work.cancel();
        question.set(null);
        answer.set(null);
        lighting.set(null);
        setChange(ChangeStatus.NONE, null);
        slow.set(false);
        title.set("");
        status.set(WhyStatus.CLOSED);
        return wasOpen;
    }

    /** Plays the run as the change would have had it, on real processes, as a branch. */
    public void showChange() {
        Change found = change.get();
        if (found != null) {
            pastMoment = Optional.empty();
            lab.outcome(engine.openBranch(found.scenario(), found.title()));
        }
    }

    /** The run has gone on, has gone back, or is another one. */
    private void follow() {
        if (lab.statusProperty().get() != LabStatus.READY || status.get() == WhyStatus.CLOSED) {
            return;
        }
        History history = lab.historyProperty().get();
        if (status.get() == WhyStatus.HINT || !isSameLesson()) {
            end();
        } else if (pastMoment.filter(moment -> isIn(history, moment)).isEmpty()
                && history.present().phase() != Phase.ACTING) {
            pastMoment = Optional.empty();
            begin();
        }
    }

    private static boolean isIn(History history, HistoryEvent moment) {
        return moment.id() < history.size() && history.at(moment.id()).event().equals(moment);
    }

    /** A run that was played by hand, or changed, has a longer title. */
    private boolean isSameLesson() {
        return lesson().startsWith(lesson) || lesson.startsWith(lesson());
    }

    private String lesson() {
        return lab.scenarioProperty().get().title();
    }

    /** What is shown stays until the answer is there, unless that takes long. */
    private void begin() {
        int own = ++round;
        work.cancel();
        Question wanted = question.get();
        OptionalInt moment = pastMoment.map(event -> OptionalInt.of(event.id())).orElse(OptionalInt.empty());
        if (answer.get() == null) {
            status.set(WhyStatus.ASKING);
            setChange(ChangeStatus.NONE, null);
        }
        slow.set(false);
        CompletableFuture.delayedExecutor(BRIEF_MILLIS, TimeUnit.MILLISECONDS, fx)
                .execute(() -> slow.set(own == round && isComputing()));
        engine.played().whenComplete((run, why) -> {
            if (why == null) {
                work.run(outdated ->
                        compute(own, run, moment.orElse(run.history().size() - 1), wanted, outdated));
            } else {
                fx.execute(() -> fail(own, LabViewModel.words(why) + NEEDS_STILLNESS));
            }
        });
    }

    private boolean isComputing() {
        return status.get() == WhyStatus.ASKING || changeStatus.get() == ChangeStatus.SEARCHING;
    }

    private void compute(int own, PlayedRun run, int event, Question wanted, BooleanSupplier outdated) {
        try {
            WhyAnswer found = WhyAnswer.of(explainer.explain(run, event, wanted), run.history());
            boolean isSearched = found.prospect().kind() == WhyAnswer.Prospect.Kind.NEVER;
            fx.execute(() -> show(own, found, isSearched));
            if (isSearched && !outdated.getAsBoolean()) {
                search(own, run.upTo(event), (Question.OfEntry) wanted);
            }
        } catch (UnanswerableException unknown) {
            fx.execute(() -> fail(own, WhyAnswer.whole(unknown.getMessage())));
        } catch (RuntimeException broken) {
            // Nobody else looks at what happens on this thread; what was given up is outdated here.
            fx.execute(() -> fail(own, "This could not be found out: " + LabViewModel.words(broken)));
        }
    }

    /** A run that a file cannot say is not the run that would be changed. */
    private void search(int own, PlayedRun run, Question.OfEntry wanted) {
        if (!run.lived().isEmpty()) {
            fx.execute(() -> show(own, ChangeStatus.LIVED, null));
            return;
        }
        RecordedScenario.Recorded recorded = run.recorded();
        if (recorded.unsaid().isEmpty()) {
            Optional<Change> found = changes.find(recorded.scenario(), wanted.at(), wanted.key());
            ChangeStatus result = found.isPresent() ? ChangeStatus.FOUND : ChangeStatus.NONE;
            fx.execute(() -> show(own, result, found.orElse(null)));
        } else {
            fx.execute(() -> show(own, ChangeStatus.UNKNOWN, null));
        }
    }

    private void show(int own, WhyAnswer found, boolean isSearching) {
        if (own == round) {
            title.set(found.title());
            answer.set(found);
            lighting.set(found.lighting());
            setChange(isSearching ? ChangeStatus.SEARCHING : ChangeStatus.NONE, null);
            status.set(WhyStatus.ANSWERED);
            said.set(found.said());
        }
    }

    private void show(int own, ChangeStatus result, Change found) {
        if (own == round) {
            slow.set(false);
            setChange(result, found);
        }
    }

    private void fail(int own, String words) {
        if (own == round) {
            slow.set(false);
            answer.set(null);
            lighting.set(null);
            setChange(ChangeStatus.NONE, null);
            failure.set(words);
            status.set(WhyStatus.FAILED);
            said.set(title.get() + " " + words);
        }
    }

    private void setChange(ChangeStatus now, Change found) {
        change.set(found);
        changeStatus.set(now);
    }

    /** Ends the thread that computes. */
    @Override
    public void close() {
        work.close();
    }

    public ReadOnlyObjectProperty<WhyStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Returns what is asked; null: nothing. */
    public ReadOnlyObjectProperty<Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Returns the question in words. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Returns the answer; null: there is none yet. */
    public ReadOnlyObjectProperty<WhyAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ChangeStatus> changeStatusProperty() {
        return changeStatus.getReadOnlyProperty();
    }

    /** Returns the smallest change that would have made it otherwise; null: none was found yet, or none is needed. */
    public ReadOnlyObjectProperty<Change> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /** Returns why there is no answer. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Returns whether what is computed takes so long that it should be said. */
    public ReadOnlyBooleanProperty slowProperty() {
        return slow.getReadOnlyProperty();
    }

    /** Returns what is lit while the rest is dimmed; null: nothing is. */
    public ReadOnlyObjectProperty<Lighting> lightingProperty() {
        return lighting.getReadOnlyProperty();
    }

    /** Returns what is said of the answer to those who do not see it. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }
}

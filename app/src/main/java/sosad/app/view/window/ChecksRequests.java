package sosad.app.view.window;

import java.nio.file.Path;
import java.util.Optional;
import sosad.app.view.checks.ChecksActions;
import sosad.app.viewmodel.LiveViewModel;
import sosad.app.viewmodel.lesson.BundledScenario;
import sosad.app.viewmodel.lesson.OpenerViewModel;

/** Does for the view Checks what it cannot do itself. */
record ChecksRequests(LabWindow window, OpenerViewModel opener, LiveViewModel live) implements ChecksActions {
    @Override
    public Optional<Path> chooseReport(String format, String extension) {
        return window.dialogs().save("Write a report", format, extension);
    }

    @Override
    public Optional<Path> choosePasswordFile() {
        return window.dialogs().openAny("The file with the password");
    }

    @Override
    public void openLesson(String name) {
        lesson(name).ifPresent(lesson -> {
            window.showLab();
            opener.open(lesson);
        });
    }

    @Override
    public String lessonTitle(String name) {
        return lesson(name).map(BundledScenario::title).orElse(name);
    }

    private Optional<BundledScenario> lesson(String name) {
        return opener.bundled().stream()
                .filter(lesson -> lesson.name().equals(name))
                .findFirst();
    }

    @Override
    public void goLive() {
        if (!live.clocksRun().get()) {
            live.toggle();
        }
    }
}

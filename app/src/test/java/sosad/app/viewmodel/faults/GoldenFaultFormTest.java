package sosad.app.viewmodel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sosad.app.fault.FaultKind;
import sosad.app.golden.Golden;
import sosad.app.testing.FakeLab;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;
import sosad.app.viewmodel.LiveViewModel;

/** What the form of a fault offers, and what comes of each amount. */
class GoldenFaultFormTest {
    private static final List<String> AMOUNTS = List.of(
            "",
            " ",
            "20 %",
            " 120 % ",
            "-5 s",
            "1.5 s",
            "61 min",
            "1 s ± 50 ms",
            "1 s ± 1 ms uniform",
            "1 s ± 1 ms un",
            "1 s ± 5",
            "100 kB/s",
            "0 B/s",
            "500 ppm",
            "50",
            "5000",
            "\"\\",
            "12345678901234567890");

    private final TestLab desk = TestLab.with(Scenarios.onDisk(Scenarios.sample()));
    private final LiveViewModel live = new LiveViewModel(desk.lab, desk.engine, desk.playback);
    private final FaultFormViewModel form = new FaultFormViewModel(live);

    @Test
    void theFormOffersAndRefusesAsEver() {
        live.toggle();
        desk.engine.live(FakeLab.LIVE);
        StringBuilder all = new StringBuilder();
        for (FaultFormViewModel.Target target : form.targets()) {
            form.targetProperty().set(target);
            all.append("%s: %s%n"
                    .formatted(
                            target.words(),
                            form.kinds().stream().map(FaultKind::name).toList()));
        }
        for (String words : List.of("A → B", "A")) {
            form.targetProperty()
                    .set(form.targets().stream()
                            .filter(target -> target.words().equals(words))
                            .findFirst()
                            .orElseThrow());
            for (FaultKind<?> kind : List.copyOf(form.kinds())) {
                form.kindProperty().set(kind);
                Stream.concat(Stream.of(form.valueProperty().get()), AMOUNTS.stream())
                        .forEach(amount -> all.append(line(kind.name(), amount)));
            }
        }
        Golden.assertSame("faults/form", all.toString());
    }

    @Test
    void nodesThatKeepTheirStoresInMemoryHaveNoDisksThatCouldFail() {
        live.toggle();
        desk.engine.live(FakeLab.LIVE);
        assertThat(kindsOf("A")).contains("slow-disk", "fail-disk", "full-disk");
        desk.engine.open(Scenarios.sample());
        live.toggle();
        desk.engine.live(FakeLab.LIVE);
        assertThat(kindsOf("A")).contains("kill").noneMatch(kind -> kind.contains("disk"));
    }

    private List<String> kindsOf(String words) {
        form.targetProperty()
                .set(form.targets().stream()
                        .filter(target -> target.words().equals(words))
                        .findFirst()
                        .orElseThrow());
        return form.kinds().stream().<String>map(FaultKind::name).toList();
    }

    private String line(String kind, String amount) {
        int before = desk.engine.asked().size();
        form.valueProperty().set(amount);
        form.inject();
        List<String> done = desk.engine.asked().stream()
                .skip(before)
                .map(asked -> asked.split(" ", 2)[1])
                .toList();
        return "%s, \"%s\": %s%n".formatted(kind, amount, form.problemProperty().get() + String.join(", ", done));
    }
}

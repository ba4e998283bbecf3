package sosad.app.scenario;

import java.util.List;
import java.util.Optional;
import sosad.app.yaml.NearestWord;

/** What a file is that has fields, and others than a scenario. */
final class ForeignFields {
    private ForeignFields() {}

    /**
     * Returns what a file with these fields is instead of a scenario; empty if it may be one, perhaps with a mistake.
     *
     * @param known the fields of a scenario
     */
    static Optional<String> kind(List<String> names, List<String> known) {
        if (names.contains("plan") && names.contains("faults")) {
            return Optional.of("this is a fault plan, which run --live plays, and no scenario");
        } else if (names.contains("traceEvents")) {
            return Optional.of("this is a trace for Perfetto and Chrome, and no scenario");
        } else if (names.contains("#meta")) {
            return Optional.of("this is a trace in ITF, and no scenario");
        } else if (names.contains("steps") && names.contains("sent")) {
            return Optional.of("this is what a run printed as JSON, and no scenario");
        } else if (names.contains("heals") && names.contains("because")) {
            return Optional.of("this is an answer of why, and no scenario");
        }
        boolean isForeign = !names.isEmpty()
                && names.stream()
                        .noneMatch(name -> known.contains(name)
                                || NearestWord.to(name, known).isPresent());
        return isForeign
                ? Optional.of("this is no scenario: it has none of the fields " + String.join(", ", known))
                : Optional.empty();
    }
}

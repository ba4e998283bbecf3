package sosad.app.check.suite;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.check.Check;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckSettings;

class CheckCatalogueTest {
    /** A fresh cluster for each kind. */
    private static final Duration STARTS = Duration.ofMillis(1_400).multipliedBy(CheckNumber.KINDS);

    @Test
    void everyKindOfTheDocumentHasAtLeastOneCheck() {
        assertThat(CheckCatalogue.all().stream()
                        .map(check -> check.number().kind())
                        .collect(toSet()))
                .hasSize(CheckNumber.KINDS);
    }

    @Test
    void theMalformedRequestsAreTheDocumentsElevenAndMutants() {
        assertThat(CheckCatalogue.only(List.of(CheckNumber.of(4)))).hasSize(12);
    }

    @Test
    void allOfThemTakeNoLongerThanTheWholeListMay() {
        Duration sum = CheckCatalogue.all().stream().map(Check::usualDuration).reduce(STARTS, Duration::plus);

        assertThat(sum).isLessThanOrEqualTo(CheckSettings.USUAL_DURATION);
    }

    @Test
    void eachAsksOneQuestionAndNamesItsSituation() {
        assertThat(CheckCatalogue.all()).allSatisfy(check -> {
            assertThat(check.question()).endsWith("?").doesNotContain("\n");
            assertThat(check.title()).isNotBlank();
            assertThat(check.situation()).isNotBlank();
        });
        assertThat(CheckCatalogue.all().stream().map(Check::title)).doesNotHaveDuplicates();
    }
}

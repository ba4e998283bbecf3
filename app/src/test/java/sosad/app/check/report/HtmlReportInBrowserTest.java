package sosad.app.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The HTML report in headless Chromium, where that is installed. */
@Timeout(120)
class HtmlReportInBrowserTest {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    @TempDir
    private Path folder;

    private static Optional<Path> browser() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Test
    void opensWithoutErrorsAndShowsEveryCheck() throws Exception {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "skipped, because no Chromium is installed");
        Path page = Files.writeString(
                folder.resolve("report.html"), SuiteReportFormat.HTML.text(SampleSuite.complete(), Acceptance.USUAL));
        Path log = folder.resolve("log");

        Process process = new ProcessBuilder(
                        browser.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-extensions",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectError(log.toFile())
                .start();
        String dom = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(log)).doesNotContain("CONSOLE");
        assertThat(dom)
                .contains("<section id=\"check-1.1\">", "<section id=\"check-4.1\">", "<polyline class=\"line s0\"");
        assertThat(dom).doesNotContain("<script");
    }
}

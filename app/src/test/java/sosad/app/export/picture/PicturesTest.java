package sosad.app.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import sosad.app.export.ExportedRuns;
import sosad.app.history.History;
import sosad.app.scenario.ScenarioReader;

/** The diagram and the stage as pictures. */
class PicturesTest {
    private static final Set<String> ELEMENTS =
            Set.of("svg", "title", "rect", "circle", "polyline", "polygon", "path", "text");

    private static Document parsed(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(svg, e);
        }
    }

    private static List<String> texts(String svg) {
        NodeList texts = parsed(svg).getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    private static String diagram(History history) {
        return SvgPicture.text(SpaceTimePicture.of("a run", history, PictureColours.LIGHT));
    }

    private static String stage(History history) {
        return SvgPicture.text(StagePicture.of("a run", history.present(), PictureColours.LIGHT));
    }

    @Test
    void everySvgIsWellFormedAndRefersToNothing() {
        ExportedRuns.all().forEach(history -> {
            for (String svg : List.of(diagram(history), stage(history))) {
                Document document = parsed(svg);
                NodeList all = document.getElementsByTagName("*");
                for (int i = 0; i < all.getLength(); i++) {
                    Element element = (Element) all.item(i);
                    assertThat(ELEMENTS).contains(element.getTagName());
                    for (int j = 0; j < element.getAttributes().getLength(); j++) {
                        assertThat(element.getAttributes().item(j).getNodeName())
                                .doesNotContain("href")
                                .doesNotStartWith("on")
                                .isNotEqualTo("style");
                        assertThat(element.getAttributes().item(j).getNodeValue())
                                .doesNotContain("NaN", "url(");
                    }
                }
            }
        });
    }

    @Test
    void textIsEscapedAndWhatXmlHasNoPlaceForIsShownAsMissing() {
        History history = ExportedRuns.of(ScenarioReader.read(
                "signs.yaml",
                "scenario: Signs\ncluster: {nodes: [A, B]}\nsteps:\n"
                        + "  - do: [put: {at: A, key: '<&>\"', value: \"</svg>\\a\"}]\n"));
        assertThat(texts(diagram(history))).contains("<&>\"");
        assertThat(texts(stage(history))).contains("<&>\"@2 = </svg>\uFFFD");
    }

    @Test
    void theDiagramShowsWhatWasWrittenAndWhatWasLost() {
        assertThat(texts(diagram(ExportedRuns.lesson("sample"))))
                .contains("A", "B", "C", "T=1", "T=5", "waffle, grace", "lost: waffle@2 grace@2");
    }

    @Test
    void theStageShowsTheTables() {
        assertThat(texts(stage(ExportedRuns.lesson("sample"))))
                .contains("a run · T = 5", "B  now 2  prev 1", "tom@4 = turkey");
    }

    @Test
    void aPngIsDecodableAndTwiceAsLarge() throws IOException {
        Picture picture = SpaceTimePicture.of("a run", ExportedRuns.lesson("sample"), PictureColours.DARK);
        byte[] bytes = PngPicture.bytes(picture);
        assertThat(bytes).startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(2 * picture.width()));
        assertThat(image.getHeight()).isEqualTo((int) Math.ceil(2 * picture.height()));
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        PictureColours dark = PictureColours.DARK;
        assertThat(colours)
                .contains(
                        dark.of("pane").rgb(),
                        dark.of("node-a").rgb(),
                        dark.of("node-b").rgb());
    }

    @Test
    void aPictureTooLargeForPngSaysWhatToDo() {
        Picture large = new Picture("large", 100_000, 1_000, PictureColours.LIGHT.of("pane"), List.of());
        assertThatThrownBy(() -> PngPicture.bytes(large))
                .hasMessage("a picture of 100,000 × 1,000 dots is too large for PNG; take SVG, or fewer steps");
    }

    @ParameterizedTest
    @EnumSource
    void itsColoursAreThoseOfTheWindow(PictureColours colours) throws IOException {
        Path sheet = Path.of("src", "main", "resources", "sosad", "app", "view")
                .resolve(colours.name().toLowerCase(Locale.ROOT) + ".css");
        Map<String, Integer> defined = new HashMap<>();
        Matcher definition =
                Pattern.compile("-sosad-([a-z-]+):\\s*#([0-9A-F]{6});").matcher(Files.readString(sheet));
        while (definition.find()) {
            defined.put(definition.group(1), Integer.parseInt(definition.group(2), 16));
        }
        assertThat(defined).containsAllEntriesOf(colours.all());
    }
}

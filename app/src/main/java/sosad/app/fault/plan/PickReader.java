package sosad.app.fault.plan;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sosad.app.scenario.LinkReader;
import sosad.app.scenario.NodeNames;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;
import sosad.app.yaml.YamlValue;
import sosad.model.Link;
import sosad.model.NodeId;

/** Reads the target of a planned fault. */
final class PickReader {
    private static final Map<String, Pick> BY_CHANCE = new LinkedHashMap<>();
    private static final List<String> LINK_FIELDS = Stream.concat(
                    LinkReader.ONE_WAY.stream(), LinkReader.BETWEEN.stream())
            .toList();

    static {
        Arrays.stream(ProcessPick.values()).forEach(pick -> BY_CHANCE.put(pick.words(), pick));
        Arrays.stream(LinkPick.values()).forEach(pick -> BY_CHANCE.put(pick.words(), pick));
    }

    private final Members members;
    private final LinkReader links;

    PickReader(Members members) {
        this.members = members;
        this.links = new LinkReader(new NodeNames(members.nodes()));
    }

    /** Returns what can be picked without naming anything. */
    static List<String> words() {
        return List.copyOf(BY_CHANCE.keySet());
    }

    Pick read(YamlValue field) {
        if (field.isScalar()) {
            return word(field);
        }
        if (field.isList()) {
            return list(field);
        }
        return new Pick.NamedLinks(links.links(field.fields(LINK_FIELDS)));
    }

    private Pick word(YamlValue field) {
        String word = field.text();
        Pick pick = BY_CHANCE.get(word);
        if (pick == null) {
            return new Pick.NamedProcesses(List.of(process(field)));
        }
        if (pick instanceof LinkPick link && members.nodes().size() < link.minNodes()) {
            throw field.error(format(
                    "%s needs %d nodes or more; there %s",
                    word, link.minNodes(), count(members.nodes().size(), "node")));
        }
        if (pick instanceof ProcessPick process && !process.isPossible(members)) {
            String kind = process == ProcessPick.ONE_GATEWAY ? "gateway" : "node";
            throw field.error("\"%s\" cannot be picked; there %s"
                    .formatted(word, count(process.among(members).size(), kind)));
        }
        return pick;
    }

    private static String count(int number, String what) {
        return number == 1 ? "is one " + what : "are %s %ss".formatted(number == 0 ? "no" : number, what);
    }

    private Pick list(YamlValue field) {
        List<NodeId> processes = new ArrayList<>();
        List<Link> picked = new ArrayList<>();
        field.distinct("an item of pick", item -> {
            if (item.isScalar()) {
                processes.add(process(item));
                return item.text();
            }
            List<Link> added = links.links(item.fields(LINK_FIELDS));
            picked.addAll(added);
            return added.toString();
        });
        if (processes.isEmpty() == picked.isEmpty()) {
            throw field.error("pick names %s; name either nodes and gateways, or links"
                    .formatted(processes.isEmpty() ? "nothing" : "both nodes and links"));
        }
        return picked.isEmpty() ? new Pick.NamedProcesses(processes) : new Pick.NamedLinks(picked);
    }

    private NodeId process(YamlValue field) {
        String name = field.text();
        return members.all().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known = Stream.concat(members.all().stream().map(NodeId::name), words().stream())
                            .toList();
                    return field.error(
                            "there is no %s to pick; %s".formatted(Quoted.of(name), NearestWord.hint(name, known)));
                });
    }
}

package sosad.app.scenario;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import sosad.app.scenario.MessageAction.Kind;
import sosad.app.yaml.YamlFields;
import sosad.protocol.EnumNames;

/** Reads what a step does to a message in flight. */
record MessageReader(LinkReader links) {
    static final String WORD = "message";
    static final List<String> FIELDS = List.of("do", "state", "from", "to", "nth", "steps", "keys");

    private static final List<Kind> KINDS =
            Arrays.stream(Kind.values()).filter(kind -> kind != Kind.REORDER).toList();

    Action.Handle read(YamlFields fields) {
        String word =
                fields.required("do").word(KINDS.stream().map(EnumNames::of).toList());
        Kind kind = EnumNames.parse(Kind.class, word).orElseThrow();
        if (kind == Kind.RESTORE && fields.has("state")) {
            throw fields.errorAt("state", "a message that is restored is lost; leave \"state\" out");
        }
        return new Action.Handle(
                links.link(fields),
                ActionReader.nth(fields),
                action(kind, fields),
                fields.word("state", MessageState.IN_FLIGHT));
    }

    private static MessageAction action(Kind kind, YamlFields fields) {
        RuleReader.goesWith(fields, "steps", Kind.DELAY, kind);
        RuleReader.goesWith(fields, "keys", Kind.TRIM, kind);
        if (kind == Kind.DELAY) {
            return new MessageAction.DelayBy(RuleReader.steps(fields.required("steps")));
        }
        return kind == Kind.TRIM
                ? new MessageAction.Trim(new HashSet<>(ClientText.keys(fields.required("keys"))))
                : new MessageAction.Simple(kind);
    }
}

package sosad.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import sosad.protocol.StoreCheck;
import sosad.protocol.StoreCheck.Claim;
import sosad.protocol.StoreCheck.Stage;

/**
 * The JSON form of what a message says of the stores at both ends, as fields of the message: {@code "start":7,
 * "number":3}, and where there is a doubt {@code "claim":{"store":2,"stages":[{"start":5,"number":9}]}} and
 * {@code "confirmed":[{"start":5,"number":9}]}. A message without any of them tells nothing, like those of version
 * 0.1.0.
 */
final class StoreCheckJson {
    private StoreCheckJson() {}

    static void write(JsonText json, StoreCheck storeCheck) throws IOException {
        if (storeCheck.stage().isPresent()) {
            stage(json, storeCheck.stage().get());
        }
        json.objectIfAny("claim", storeCheck.claim(), StoreCheckJson::claim);
        if (!storeCheck.confirmed().isEmpty()) {
            json.objects("confirmed", storeCheck.confirmed(), StoreCheckJson::stage);
        }
    }

    private static void claim(JsonText json, Claim claim) throws IOException {
        json.number("store", claim.storeId()).objects("stages", claim.stages(), StoreCheckJson::stage);
    }

    private static void stage(JsonText json, Stage stage) throws IOException {
        json.number("start", stage.start()).number("number", stage.number());
    }

    static StoreCheck read(JsonObject json) throws MalformedException {
        Optional<Long> start = json.numberIfAny("start");
        Optional<Stage> stage = Optional.empty();
        if (start.isPresent()) {
            stage = Optional.of(new Stage(start.get(), json.number("number")));
        }
        Optional<Claim> claim = json.objectIfAny("claim", StoreCheckJson::readClaim);
        List<Stage> confirmed = json.objects("confirmed", StoreCheckJson::readStage);
        return new StoreCheck(stage, claim, confirmed);
    }

    private static Claim readClaim(JsonObject json) throws MalformedException {
        return new Claim(json.number("store"), json.objects("stages", StoreCheckJson::readStage));
    }

    private static Stage readStage(JsonObject json) throws MalformedException {
        return new Stage(json.number("start"), json.number("number"));
    }
}

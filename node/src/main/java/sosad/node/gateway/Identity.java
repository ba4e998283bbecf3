package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of the server at the other end of a connection.
 *
 * @param start the same for all connections to one server until it is restarted, whatever its address
 * @param isGateway whether it is a gateway
 */
record Identity(String start, boolean isGateway) {
    private static final Pattern RUN_ID = Pattern.compile("(?m)^run_id:(\\S+)$");
    private static final Pattern GATEWAY = Pattern.compile("(?m)^server_name:" + InfoCommand.SERVER_NAME + "$");

    /**
     * By the reply to {@code INFO server}. A server that does not tell its start has another one by each connection.
     */
    static Identity of(byte[] info) {
        String text = new String(info, UTF_8).replace("\r", "");
        Matcher runId = RUN_ID.matcher(text);
        String start = runId.find() ? runId.group(1) : UUID.randomUUID().toString();
        return new Identity(start, GATEWAY.matcher(text).find());
    }
}

package sosad.node.gateway;

import sosad.message.Report.BackendState;
import sosad.message.Report.RequestFate;
import sosad.model.NodeId;

/** A listener to what the gateway does, called on its event loop's thread: it must return quickly. */
public interface GatewayWatcher {
    /** Watches nothing. */
    GatewayWatcher NONE = new GatewayWatcher() {
        @Override
        public void changed(NodeId backend, BackendState state) {}

        @Override
        public void given(ClientRequest asked, NodeId backend) {}

        @Override
        public void ended(ClientRequest asked, NodeId backend, String as, RequestFate fate) {}
    };

    /** A backend's state is another than before; every one begins {@link BackendState#DOWN}. */
    void changed(NodeId backend, BackendState state);

    /** A request goes to a backend: the first time, to a second backend as well, or again after a loss. */
    void given(ClientRequest asked, NodeId backend);

    /**
     * Reports the outcome of a request at a backend, once for each {@link #given}.
     *
     * @param as how the backend sees this gateway, {@code host:port}
     */
    void ended(ClientRequest asked, NodeId backend, String as, RequestFate fate);
}

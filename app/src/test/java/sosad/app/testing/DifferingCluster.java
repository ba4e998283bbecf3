package sosad.app.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import sosad.app.cluster.StepCluster;
import sosad.model.NodeId;
import sosad.model.Value;

/** A cluster of which one node stores other values than it is told to, as a broken one might. */
public final class DifferingCluster {
    private DifferingCluster() {}

    /**
     * Returns a cluster that does what {@code cluster} does, save that a write to {@code node} writes {@code value}.
     */
    public static StepCluster around(StepCluster cluster, NodeId node, Value value) {
        return (StepCluster) Proxy.newProxyInstance(
                StepCluster.class.getClassLoader(), new Class<?>[] {StepCluster.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put") && arguments[0].equals(node)) {
                        arguments[2] = value;
                    }
                    try {
                        return method.invoke(cluster, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

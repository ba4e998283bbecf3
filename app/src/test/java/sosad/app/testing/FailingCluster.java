package sosad.app.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import sosad.app.cluster.StepCluster;
import sosad.app.process.NodeException;

/** A cluster of which one call fails, once, as when the network between the nodes does. */
public final class FailingCluster {
    private final AtomicReference<String> next = new AtomicReference<>("");

    /** Returns a cluster that does what {@code cluster} does, but for what {@link #failNext} says. */
    public StepCluster around(StepCluster cluster) {
        return (StepCluster) Proxy.newProxyInstance(
                StepCluster.class.getClassLoader(), new Class<?>[] {StepCluster.class}, (proxy, method, arguments) -> {
                    if (next.compareAndSet(method.getName(), "")) {
                        throw new NodeException("the network has failed");
                    }
                    try {
                        return method.invoke(cluster, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The next call of this method fails. */
    public void failNext(String method) {
        next.set(method);
    }
}

package sosad.app.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import sosad.app.cluster.LiveCluster;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.fabric.Sample;
import sosad.app.fault.FakeLiveCluster;
import sosad.app.scenario.ClusterPlan;

/** Bare replicas that can go live, in so far as faults are written down and nothing moves by itself. */
final class LivelyReplicas {
    private LivelyReplicas() {}

    static StepCluster of(ClusterPlan plan) {
        SimulatedCluster replicas = new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames());
        return (StepCluster) Proxy.newProxyInstance(
                LivelyReplicas.class.getClassLoader(),
                new Class<?>[] {StepCluster.class},
                (proxy, method, arguments) ->
                        method.getName().equals("goLive") ? live(replicas) : call(replicas, method, arguments));
    }

    private static LiveCluster live(SimulatedCluster replicas) {
        FakeLiveCluster live = new FakeLiveCluster();
        return (LiveCluster) Proxy.newProxyInstance(
                LivelyReplicas.class.getClassLoader(),
                new Class<?>[] {LiveCluster.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "sample" -> new Sample.Taken(List.of(), 0);
                    case "freeze" -> new LiveCluster.Stopped(0, List.of());
                    case "tables", "gateway", "heartbeat", "poll" -> call(replicas, method, arguments);
                    default -> call(live, method, arguments);
                });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

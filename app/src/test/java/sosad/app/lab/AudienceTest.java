package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AudienceTest {
    private final List<String> told = new ArrayList<>();

    private Lab.Listener listener(String name) {
        return (Lab.Listener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Lab.Listener.class}, (proxy, method, arguments) -> {
                    told.add(name + " " + method.getName());
                    return null;
                });
    }

    static List<Method> whatIsTold() {
        return List.of(Lab.Listener.class.getMethods());
    }

    @ParameterizedTest
    @MethodSource("whatIsTold")
    void everyListenerIsToldEverythingInOrder(Method what) throws Exception {
        Audience audience = Audience.of(listener("first"), listener("second"));
        what.invoke(audience, new Object[what.getParameterCount()]);
        assertThat(told).containsExactly("first " + what.getName(), "second " + what.getName());
    }
}

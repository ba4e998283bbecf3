package sosad.app.compare;
import java.time.Duration;
import java.util.*;
import sosad.message.Launch.StoreKind;
public class TryIt {
  public static void main(String[] a) throws Exception {
    for (double loss : new double[]{0, 0.05, 0.2}) {
    CompareSettings s = new CompareSettings(Integer.parseInt(a[0]), Integer.parseInt(a[1]), Integer.parseInt(a[2]), Duration.ofSeconds(Integer.parseInt(a[3])), loss, Optional.empty(), StoreKind.DISK);
    long t=System.nanoTime();
    Comparison c = new Comparer(s, ComparedRules.USUAL).compare(1, new Comparer.CompareListener(){});
    System.out.printf("loss %s least %s writes %s reads %s  %.1f s%n", loss, c.least(), c.writes(), c.reads(), (System.nanoTime()-t)/1e9);
    for (CompareRow r : c.rows()) { System.out.printf("%-22s", r.name()); for (CompareColumn k : CompareColumn.values()) System.out.printf(" %12s", r.text(k)); System.out.println(); }
    }
  }
}

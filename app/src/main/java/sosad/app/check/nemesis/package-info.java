/** Clusters under load and under plans of faults: {@code run --live}, and the checks that harm what they check. */
package sosad.app.check.nemesis;

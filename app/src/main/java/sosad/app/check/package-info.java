/** A cluster that is tried: under load and under a plan of faults, then healed and looked at. */
package sosad.app.check;

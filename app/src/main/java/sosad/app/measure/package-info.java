/** What is measured of a run: rates, latencies, lags and messages over time, faults, operations; and the file of it. */
package sosad.app.measure;

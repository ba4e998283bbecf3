/** Measures real node processes: the figures of {@code bench node} ({@code docs/benchmarks.md}). */
package sosad.app.bench;

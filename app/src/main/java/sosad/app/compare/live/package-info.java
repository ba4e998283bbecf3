/** The rules side by side on real node processes. */
package sosad.app.compare.live;

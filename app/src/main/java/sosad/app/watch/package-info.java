/** Conditions at which a run stops, statements that it keeps or breaks, and how far its nodes agree. */
package sosad.app.watch;

/** The smallest change to a run after which a node would come to hold the newest entry of a key: found by replays. */
package sosad.app.explain.change;

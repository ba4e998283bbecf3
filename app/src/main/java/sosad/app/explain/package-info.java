/** Why a node holds what it holds: the events that made it so, and whether anything will still change it. */
package sosad.app.explain;

/** Operations as dots over time and servers: which there are, where each stands, and which one is meant. */
package sosad.app.diagram.plot;

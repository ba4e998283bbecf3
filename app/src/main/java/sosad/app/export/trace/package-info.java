/** A run in the formats of other tools: ShiViz, Jepsen, Mermaid, Perfetto and Apalache. */
package sosad.app.export.trace;

/**
 * Pure geometry: where nodes, links and messages stand on the stage, and how a history becomes lanes, events and
 * arrows. Knows no toolkit; a unit is a pixel at normal size.
 */
package sosad.app.diagram;

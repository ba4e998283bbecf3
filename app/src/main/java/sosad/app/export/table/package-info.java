/** A run with the tables of every step, as Markdown, CSV or JSON. */
package sosad.app.export.table;

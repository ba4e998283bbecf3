/** What a run looked like, for the eyes of others: the document's tables as Markdown, CSV and JSON. */
package sosad.app.export;

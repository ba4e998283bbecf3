/** The answer to Why, below the table it was asked of. */
package sosad.app.view.explain;

/** The answers to Why, computed beside the window, and what they light. */
package sosad.app.viewmodel.explain;

/** Scenarios to choose from, and the narration of a moment. */
package sosad.app.viewmodel.lesson;

/** Scenarios to choose from, and what is told beside a moment. */
package sosad.app.viewmodel.lesson;

/** The result of a run of checks for people and programs: HTML, Markdown, JSON, JUnit XML, and on the terminal. */
package sosad.app.check.report;

/** Explanations as they are printed and given over the API. */
package sosad.app.explain.report;

/** Checks by single requests: malformed ones, random keys, all keys, and floods (the document's kinds 4, 5 and 6). */
package sosad.app.check.request;

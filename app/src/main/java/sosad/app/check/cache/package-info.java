/** The check of the gateway's cache: what it answers, and how old its answers are. */
package sosad.app.check.cache;

/** The lab as others may steer and watch it: HTTP and JSON on loopback, described in {@code docs/api.openapi.yaml}. */
package sosad.app.api;

/** Reads and writes YAML files that people write: what is wrong is refused with its place and what to do. */
package sosad.app.yaml;

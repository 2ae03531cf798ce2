/** Definition files: YAML with places, the JSON Schema of a format, and what is wrong in sentences. */
@NullMarked
package quire.yaml;

import org.jspecify.annotations.NullMarked;

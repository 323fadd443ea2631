/** How Jackson reads and writes the scalars and unions of the model. Used by the annotations of the generated types. */
package io.github.camelleadiq.model.json;

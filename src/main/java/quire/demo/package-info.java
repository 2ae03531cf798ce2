/** The cohort of invented people that demos and tests live on: read from the samples and found true to the forms. */
@NullMarked
package quire.demo;

import org.jspecify.annotations.NullMarked;

/** Documents being completed, every save of their answers, and how far each section has come. */
@NullMarked
package quire.portfolio;

import org.jspecify.annotations.NullMarked;

/** The homes of everybody: the year of one person, the people of an assessor, the cohort, what was done. */
@NullMarked
package quire.web.year;

import org.jspecify.annotations.NullMarked;

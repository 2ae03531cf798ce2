/** What tests of every room share: independent judges of our files, and readers that show a file as words. */
@NullMarked
package quire.testkit;

import org.jspecify.annotations.NullMarked;

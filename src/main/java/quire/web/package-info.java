/** Addresses, gates, pages and the interface for programs; no rule of the business, no SQL. */
@NullMarked
package quire.web;

import org.jspecify.annotations.NullMarked;

package quire.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is known from another installation, by what papers say of them. Their address and how they sign in stay there.
 *
 * @param id the one that they have there, and keep
 * @param post what they were employed as; may be empty
 * @param registration with their regulator; null for none
 */
public record Newcomer(
        String id, String name, String post, @Nullable String registration) {}

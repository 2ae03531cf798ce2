package quire.merge;

import quire.core.Place;

/**
 * A tag and where a person finds it.
 *
 * @param tag the tag
 * @param place the file, part or line, with the words around it
 */
public record PlacedTag(Tag tag, Place place) {}

package quire.people;

/**
 * A role that somebody holds, held or is going to hold.
 *
 * @param id a random id
 * @param person who holds it
 * @param organisation for which; it counts for the members that this one hosts, too
 * @param span on which days
 */
public record HeldRole(String id, String person, Role role, String organisation, Span span) {}

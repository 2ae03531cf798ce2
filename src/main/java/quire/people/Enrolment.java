package quire.people;

import java.time.LocalDate;

/**
 * Somebody is to begin a programme.
 *
 * @param person the id of the social worker
 * @param organisation the id of their employer
 * @param programme the id of the programme
 * @param start the first day of their year
 */
public record Enrolment(String person, String organisation, String programme, LocalDate start) {}

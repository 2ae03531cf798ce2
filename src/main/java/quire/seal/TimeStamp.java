package quire.seal;

import java.time.Instant;

/**
 * Somebody vouches that a seal was there at a moment (RFC 3161). Who that is was not judged: anybody can run an authority,
 * and put its stamp in the place of another, so the time is only as good as the one who gives it.
 *
 * @param at the moment
 * @param by the authority
 */
public record TimeStamp(Instant at, SealCertificate by) {}

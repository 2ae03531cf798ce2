package quire.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Hands one letter after another to a mail server, each over a line of its own. */
final class Mailer {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);
    private static final int LONGEST_REASON = 300;
    private static final Pattern PERMANENT = Pattern.compile("5\\d\\d");

    private final MailServer server;
    private final Session session;

    Mailer(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(settings(server));
    }

    /** What the letter is known by wherever it has been. */
    String messageId(String letter) {
        return "<" + letter + "@" + server.domain() + ">";
    }

    /** Sends. Whatever goes wrong is part of the answer. */
    Delivery send(KeptLetter letter, String text, Instant now) {
        boolean taken = false;
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = message(letter, text, now);
            MailServer.Login login = server.login();
            transport.connect(
                    server.host(),
                    server.port(),
                    login == null ? null : login.user(),
                    login == null ? null : login.password());
            transport.sendMessage(message, message.getAllRecipients());
            taken = true;
        } catch (MessagingException e) {
            // Once it is taken, a line that ends without a word does not matter.
            if (!taken) {
                return failed(e, letter);
            }
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java knows UTF-8", e);
        }
        return new Delivery.Taken();
    }

    private MimeMessage message(KeptLetter letter, String text, Instant now)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new Numbered(session, messageId(letter.id()));
        message.setFrom(new InternetAddress(server.from(), "Quire", UTF_8.name()));
        // As it is, so that nothing in it can be read as a second address.
        InternetAddress to = new InternetAddress();
        to.setAddress(letter.letter().to());
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.letter().subject(), UTF_8.name());
        message.setText(text, UTF_8.name());
        message.setSentDate(Date.from(now));
        // So that nobody's holiday answers.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static Delivery failed(MessagingException fault, KeptLetter letter) {
        if (fault instanceof AuthenticationFailedException) {
            return new Delivery.Later("The mail server does not let Quire in: " + words(fault, letter), true);
        }
        for (Exception cause = fault; cause instanceof MessagingException inner; cause = inner.getNextException()) {
            if (inner instanceof SMTPAddressFailedException refused) {
                return answered(refused.getReturnCode(), refused, letter);
            } else if (inner instanceof SMTPSendFailedException refused) {
                return answered(refused.getReturnCode(), refused, letter);
            }
        }
        return new Delivery.Later("The mail server cannot be reached: " + words(fault, letter), true);
    }

    private static Delivery answered(int code, MessagingException fault, KeptLetter letter) {
        String words = words(fault, letter);
        return PERMANENT.matcher(Integer.toString(code)).matches()
                ? new Delivery.Never("The mail server refused it: " + words)
                : new Delivery.Later("The mail server did not take it yet: " + words, false);
    }

    /** What a server says is shown to an operator: one line of it, and nothing that only the reader may have. */
    private static String words(MessagingException fault, KeptLetter letter) {
        String said = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        String secret = letter.letter().secret();
        String line = Letter.oneLine(secret == null ? said : said.replace(secret, "…"));
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }

    private static Properties settings(MailServer server) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", millis(TO_CONNECT));
        settings.setProperty("mail.smtp.timeout", millis(TO_ANSWER));
        settings.setProperty("mail.smtp.writetimeout", millis(TO_ANSWER));
        settings.setProperty("mail.smtp.localhost", server.domain());
        settings.setProperty("mail.smtp.from", server.from());
        settings.setProperty("mail.smtp.auth", String.valueOf(server.login() != null));
        settings.setProperty("mail.smtp.starttls.enable", String.valueOf(server.line() == MailServer.Line.STARTTLS));
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(server.line() == MailServer.Line.STARTTLS));
        settings.setProperty("mail.smtp.ssl.enable", String.valueOf(server.line() == MailServer.Line.TLS));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return settings;
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    /** A message that is known by the same name at every attempt. */
    private static final class Numbered extends MimeMessage {

        private final @Nullable String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

package quire.web;

import java.util.Map;
import quire.people.Actor;
import quire.people.Person;
import quire.testkit.Ask;
import quire.testkit.WebHouse;

/** Accounts that are open, and signing in to them as a browser does. */
final class Passwords {

    static final String PASSWORD = "teapot under four clouds";

    private final WebHouse house;

    Passwords(WebHouse house) {
        this.house = house;
    }

    /** The same person, who has chosen {@link #PASSWORD}. */
    Person open(Person person) {
        var accounts = house.rooms().people().accounts();
        var now = house.rooms().clock().instant();
        var today = house.rooms().today();
        String token = accounts.invite(person.id(), Actor.SYSTEM, now, today).token();
        accounts.choosePassword(token, PASSWORD, now, today);
        return person;
    }

    /** What comes back to a password. */
    Ask.Answer signIn(Person person, String password) {
        return house.stranger().post("/sign-in", Map.of("email", person.email(), "password", password));
    }

    /** The browser of somebody who has signed in with their password. */
    Ask browser(Person person) {
        return house.stranger().signedIn(token(signIn(person, PASSWORD)));
    }

    /** The token that an answer gives to the browser. */
    static String token(Ask.Answer answer) {
        String cookie = String.valueOf(answer.header("Set-Cookie"));
        return cookie.replaceFirst("^__Host-quire=([^;]*);.*$", "$1");
    }
}

package io.pelleh.api.identity;

import io.pelleh.api.json.Fields;
import io.pelleh.engine.checkout.Goods;
import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.event.Alias;
import io.pelleh.engine.event.PersonalData;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.program.Program;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads whom a body speaks of. */
public final class Identities {

    private static final Set<String> NAMES = Set.of("anonymousId", "phone", "email");
    private static final Set<String> PERSON = Set.of("name", "gender", "city", "birthDate", "locale", "attributes");
    private static final Set<String> GENDERS = Set.of("female", "male", "other");

    /** Shorter than an id of a customer, which is made of it until the shop names its own. */
    private static final int MAX_ANONYMOUS = 100;

    private static final int MAX_TEXT = 200;
    private static final int MAX_CITY = 100;
    private static final int MAX_LOCALE = 35;

    private static final int MAX_KEY = 200;
    private static final int KEY_DIGITS = 32;

    private final Digests digests;

    public Identities(Digests digests) {
        this.digests = digests;
    }

    public Digests digests() {
        return digests;
    }

    /**
     * The subject a body names.
     *
     * @param customerId the shop's id, or null
     * @param names the object with {@code anonymousId}, {@code phone}, {@code email}, or null
     */
    public Subject subject(Program program, @Nullable String customerId, @Nullable Fields names) {
        List<Alias> aliases = names == null ? List.of() : aliases(program, names);
        CustomerId id = customerId == null ? null : new CustomerId(customerId);
        return id == null && aliases.isEmpty() ? Subject.GUEST : new Subject(id, aliases);
    }

    /** The members {@code device} and {@code address} of a body: only digests of them are ever kept. */
    public Goods.Keys keys(Fields body) {
        return new Goods.Keys(key(body, "device"), key(body, "address"));
    }

    private String key(Fields body, String name) {
        String told = body.textOrNull(name, MAX_KEY);
        return told == null
                ? ""
                : digests.of(name, told.strip().toLowerCase(Locale.ROOT)).substring(0, KEY_DIGITS);
    }

    private List<Alias> aliases(Program program, Fields names) {
        names.only(NAMES);
        List<Alias> aliases = new ArrayList<>();
        String anonymous = names.textOrNull("anonymousId", MAX_ANONYMOUS);
        if (anonymous != null) {
            aliases.add(new Alias(Alias.Kind.ANONYMOUS, anonymous));
        }
        phone(program, names).ifPresent(n -> aliases.add(new Alias(Alias.Kind.PHONE, digests.of("phone", n))));
        email(names).ifPresent(a -> aliases.add(new Alias(Alias.Kind.EMAIL, digests.of("email", a))));
        return aliases;
    }

    private static Optional<String> phone(Program program, Fields names) {
        String text = names.textOrNull("phone", MAX_TEXT);
        Optional<String> normal = Optional.ofNullable(text).flatMap(t -> PhoneNumber.normal(t, iranian(program)));
        if (text != null && normal.isEmpty()) {
            names.fault("phone", "invalid_phone", "a phone number with its country, +98912…, is expected here");
        }
        return normal;
    }

    private static boolean iranian(Program program) {
        return program.zone().getId().equals("Asia/Tehran")
                || program.currency().code().equals("IRR");
    }

    private static Optional<String> email(Fields names) {
        String text = names.textOrNull("email", MAX_TEXT + MAX_TEXT);
        Optional<String> normal = Optional.ofNullable(text).flatMap(EmailAddress::normal);
        if (text != null && normal.isEmpty()) {
            names.fault("email", "invalid_email", "an e-mail address is expected here");
        }
        return normal;
    }

    /**
     * What a body tells about the person.
     *
     * @param names where phone and e-mail stand, or null
     * @param person the object with the rest, or null
     * @return null when it tells nothing
     */
    public @Nullable PersonalData person(Program program, @Nullable Fields names, @Nullable Fields person) {
        String phone = names == null ? null : phone(program, names).orElse(null);
        String email = names == null ? null : email(names).orElse(null);
        if (person == null) {
            return phone == null && email == null ? null : contact(phone, email);
        }
        person.only(PERSON);
        return new PersonalData(
                person.textOrNull("name", MAX_TEXT),
                phone,
                email,
                gender(person),
                city(person),
                birthDate(person),
                person.textOrNull("locale", MAX_LOCALE),
                person.attributes("attributes"));
    }

    private static PersonalData contact(@Nullable String phone, @Nullable String email) {
        return new PersonalData(null, phone, email, null, null, null, null, Map.of());
    }

    /** Some letters become two in the spelling that is kept. */
    private static @Nullable String city(Fields person) {
        String city = Places.normal(person.textOrNull("city", MAX_CITY));
        if (city != null && city.length() > MAX_CITY) {
            person.fault("city", "wrong_length", "1 to 100 characters are expected here, in Unicode's form NFC");
        }
        return city;
    }

    private static @Nullable String gender(Fields person) {
        String gender = person.textOrNull("gender", MAX_TEXT);
        if (gender != null && !GENDERS.contains(gender)) {
            person.fault("gender", "unknown_value", "female, male or other is expected here");
        }
        return gender;
    }

    private static @Nullable LocalDate birthDate(Fields person) {
        String text = person.textOrNull("birthDate", MAX_TEXT);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1850 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below, with a pointer
        }
        person.fault("birthDate", "invalid_date", "a date like 1990-03-21 is expected here");
        return null;
    }
}

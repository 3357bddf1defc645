package io.pelleh.api.journal.mysql;

import io.pelleh.api.journal.json.JournalJson;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.PersonalData;
import io.pelleh.engine.flow.Commit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a commit writes about the person behind a customer: who it is, what was allowed, what was asked for. */
final class PersonRows {

    private final JournalJson json;
    private final Rows rows;
    private final String program;
    private final String customer;

    PersonRows(JournalJson json, Commit commit, CustomerState before, Rows rows) {
        this.json = json;
        this.rows = rows;
        this.program = commit.program().id().value();
        this.customer = before.id().value();
    }

    void add(Commit.Step step) {
        Instant at = step.event().occurredAt();
        switch (step.event().happening()) {
            case Happening.ContactIdentified e -> person(e.person());
            case Happening.ContactInteracted(boolean direct, String sku, String _)
            when direct && sku != null -> asked(List.of(sku), at);
            case Happening.QuoteRequested e -> asked(e.skus(), at);
            case Happening.ConsentGiven e ->
                rows.add(Table.CONSENT, program, customer, e.purpose(), e.channel(), true, Times.column(at));
            case Happening.ConsentWithdrawn e ->
                rows.add(Table.CONSENT, program, customer, e.purpose(), e.channel(), false, Times.column(at));
            case Happening.Merged e -> rows.add(Table.ALIAS_MOVED, e.survivor().value(), program, customer);
            case Happening.Absorbed e -> absorbed(e.loser().id().value());
            // Most of what happens says nothing about the person.
            default -> {}
        }
    }

    private void person(@Nullable PersonalData person) {
        if (person == null) {
            return;
        }
        rows.add(
                Table.PERSON,
                program,
                customer,
                person.name(),
                person.phone(),
                person.email(),
                person.gender(),
                person.city(),
                person.birthDate(),
                person.locale(),
                person.attributes().isEmpty() ? null : json.texts(person.attributes()));
    }

    private void asked(List<String> skus, Instant at) {
        skus.stream().distinct().forEach(sku -> rows.add(Table.INTEREST, program, sku, customer, 1, Times.column(at)));
    }

    private void absorbed(String loser) {
        rows.add(Table.PERSON_ABSORBED, customer, program, loser);
        rows.add(Table.CONSENT_ABSORBED, customer, program, loser);
        rows.add(Table.INTEREST_ABSORBED, customer, program, loser);
        rows.add(Table.PERSON_LEFT, program, loser);
    }
}

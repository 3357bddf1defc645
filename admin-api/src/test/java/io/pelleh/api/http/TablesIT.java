package io.pelleh.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.api.checkout.OpenCheckout;
import io.pelleh.api.checkout.mysql.CheckoutTable;
import io.pelleh.api.customer.CustomerSearch;
import io.pelleh.api.customer.CustomerSearch.Filter;
import io.pelleh.api.customer.CustomerSearch.Found;
import io.pelleh.api.customer.mysql.CustomerTable;
import io.pelleh.api.eventtype.EventTypeStore.Registration;
import io.pelleh.api.eventtype.mysql.EventTypeTable;
import io.pelleh.api.fixtures.Commits;
import io.pelleh.api.fixtures.Database;
import io.pelleh.api.journal.Settings;
import io.pelleh.api.journal.mysql.MySqlJournal;
import io.pelleh.api.security.KeyRing;
import io.pelleh.api.security.Role;
import io.pelleh.api.security.Scope;
import io.pelleh.api.security.mysql.KeyTable;
import io.pelleh.engine.checkout.CheckoutId;
import io.pelleh.engine.event.Happening;
import io.pelleh.engine.event.PersonalData;
import io.pelleh.engine.flow.Commit;
import io.pelleh.engine.limit.Counter;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the controllers read and write beside the journal, on a real MySQL. */
class TablesIT {

    private static final ProgramId PROGRAM = Commits.PROGRAM.id();
    private static final Instant NOW = Commits.NOW;

    private static Database database;
    private static JdbcTemplate sql;
    private static CustomerSearch search;

    @BeforeAll
    static void open() {
        database = Database.fresh();
        sql = new JdbcTemplate(database.source());
        search = new CustomerTable(JdbcClient.create(sql));
        try (MySqlJournal mysql = MySqlJournal.open(database.source(), Settings.of(InstantSource.fixed(NOW)))) {
            mysql.programs().add(Commits.PROGRAM);
            asks(mysql, person("anna", "female", "شیراز"), NOW);
            asks(mysql, person("bita", "female", "شیراز"), NOW.minusSeconds(400L * 86_400));
            asks(mysql, person("cyrus", "male", "شیراز"), NOW);
            asks(mysql, person("dena", "female", "تهران"), NOW);
            asks(mysql, person("elham", "female", "شیراز"), NOW);
        }
    }

    private static PersonalData person(String name, String gender, String city) {
        return new PersonalData(name, null, null, gender, city, null, null, Map.of());
    }

    private static void asks(MySqlJournal mysql, PersonalData person, Instant at) {
        String customer = person.name();
        Commit known = Commits.of(customer)
                .event(customer + "-1", new Happening.ContactIdentified(person))
                .commit();
        mysql.journal().commit(known).join();
        Commit asked = Commits.of(known.after())
                .event(customer + "-2", new Happening.ContactInteracted(true, "TEA", "web"))
                .commit();
        mysql.journal().commit(asked).join();
        sql.update(
                "UPDATE interest SET last_asked_at = ? WHERE customer = ?",
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                customer);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<String> ids(Filter filter, String after, int limit) {
        return search.find(PROGRAM, filter, after, limit).stream()
                .map(Found::id)
                .toList();
    }

    private static Filter women(String city, String askedFor) {
        Instant since = NOW.minusSeconds(180L * 86_400);
        return new Filter("female", city, null, null, null, askedFor, askedFor == null ? null : since);
    }

    @Test
    void womenInShirazWhoAskedForAProductLately() {
        assertThat(ids(women("شیراز", "TEA"), "", 10)).containsExactly("anna", "elham");
        assertThat(ids(women("شیراز", "CUP"), "", 10)).isEmpty();
        assertThat(ids(women("شیراز", null), "", 10)).containsExactly("anna", "bita", "elham");
    }

    @Test
    void aPageGoesOnAfterTheLastOne() {
        Filter anybody = new Filter(null, null, null, null, null, null, null);

        assertThat(ids(anybody, "", 2)).containsExactly("anna", "bita");
        assertThat(ids(anybody, "bita", 2)).containsExactly("cyrus", "dena");
    }

    @Test
    void rungTierAndSegmentNarrowTheList() {
        String rung = search.find(PROGRAM, new Filter(null, null, null, null, null, null, null), "", 1)
                .getFirst()
                .position()
                .rung();

        assertThat(ids(new Filter(null, null, rung, null, null, null, null), "", 10))
                .hasSize(5);
        assertThat(ids(new Filter(null, null, "ADVOCATE", null, null, null, null), "", 10))
                .isEmpty();
        assertThat(ids(new Filter(null, null, null, "GOLD", "Champions", null, null), "", 10))
                .isEmpty();
    }

    @Test
    void theListIsReadFromIndexes() {
        String plan = String.join(
                " ",
                sql.queryForList("""
                                EXPLAIN SELECT c.id FROM customer c
                                JOIN person p ON p.program = c.program AND p.customer = c.id
                                JOIN interest i ON i.program = c.program AND i.customer = c.id AND i.sku = 'TEA'
                                WHERE c.program = 'x' AND c.id > '' AND p.city = 'y' AND p.gender = 'female'
                                ORDER BY c.id LIMIT 50""").stream()
                        .map(row -> String.valueOf(row.get("type")))
                        .toList());

        assertThat(plan).doesNotContain("ALL");
    }

    @Test
    void aKeyIsKeptAsItsHashAndFoundUntilItIsRevoked() {
        KeyTable table = new KeyTable(JdbcClient.create(sql));
        KeyRing ring = new KeyRing(table, InstantSource.fixed(NOW));

        KeyRing.Issued issued = ring.issue(PROGRAM, "shop", Set.of(Scope.DECIDE, Scope.INGEST), Role.MARKETER);

        assertThat(ring.find(issued.token())).contains(issued.key());
        assertThat(table.of(PROGRAM)).contains(issued.key());
        assertThat(ring.revoke(PROGRAM, issued.key().id())).isTrue();
        assertThat(ring.find(issued.token())).isEmpty();
        assertThat(ring.revoke(PROGRAM, "unknown")).isFalse();
    }

    @Test
    void aTypeIsRegisteredOnceAndThenChanged() {
        EventTypeTable table = new EventTypeTable(JdbcClient.create(sql));

        assertThat(table.put(new Registration(PROGRAM, "a.b", "{}", "me", NOW))).isTrue();
        assertThat(table.put(new Registration(PROGRAM, "a.b", "{\"type\":\"object\"}", "me", NOW)))
                .isFalse();
        assertThat(table.find(PROGRAM, "a.b")).contains("{\"type\":\"object\"}");
        assertThat(table.of(PROGRAM)).containsExactly("a.b");
    }

    @Test
    void anOpenCheckoutIsWrittenAgainAndAgainButNeverOnceItIsClosed() {
        CheckoutTable table = new CheckoutTable(sql);
        CheckoutId id = new CheckoutId("basket");
        OpenCheckout first = new OpenCheckout(
                PROGRAM,
                id,
                "anna",
                "aa",
                NOW,
                List.of("p/1"),
                null,
                List.of(new Counter("p/1#shown@C:anna", "2026-05-01")));
        OpenCheckout second =
                new OpenCheckout(PROGRAM, id, "anna", "bb", NOW.plusSeconds(1), List.of("p/2", "p/3"), null, List.of());

        table.save(List.of(first));
        table.save(List.of(second));

        assertThat(table.find(PROGRAM, id)).contains(second);
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM exposure WHERE checkout = 'basket'", Long.class))
                .isOne();
        sql.update("UPDATE checkout SET state = 'CLOSED', revision = 1 WHERE id = 'basket'");
        table.save(List.of(first));
        assertThat(table.find(PROGRAM, id)).isEmpty();
        assertThat(sql.queryForObject("SELECT basket_digest FROM checkout WHERE id = 'basket'", String.class))
                .isEqualTo("bb");
    }
}

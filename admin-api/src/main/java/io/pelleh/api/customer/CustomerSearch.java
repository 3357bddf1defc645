package io.pelleh.api.customer;

import io.pelleh.engine.customer.Scores;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds customers by what is known about them. */
public interface CustomerSearch {

    /**
     * A page of customers by id; closed ones are left out.
     *
     * @param afterId the last id of the page before, or empty
     * @param limit at most so many
     */
    List<Found> find(ProgramId program, Filter filter, String afterId, int limit);

    /**
     * What must hold; null asks for nothing.
     *
     * @param askedSince when {@code askedFor} was asked for, at the earliest
     */
    record Filter(
            @Nullable String gender,
            @Nullable String city,
            @Nullable String rung,
            @Nullable String tier,
            @Nullable String segment,
            @Nullable String askedFor,
            @Nullable Instant askedSince) {}

    /** A customer as a list shows it. */
    record Found(String id, Position position, Sums sums, Person person) {}

    /** Where the customer stands. */
    record Position(String rung, String tier, String segment, Scores scores) {}

    /** Money in minor units. */
    record Sums(
            long orders, long spent, long points, @Nullable Instant lastOrderAt) {}

    /** For admins only. */
    record Person(
            @Nullable String name,
            @Nullable String gender,
            @Nullable String city) {}
}

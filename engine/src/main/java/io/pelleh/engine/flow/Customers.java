package io.pelleh.engine.flow;

import io.pelleh.engine.customer.CustomerId;
import io.pelleh.engine.customer.CustomerState;
import io.pelleh.engine.customer.CustomerStates;
import io.pelleh.engine.customer.StatesUnavailable;
import io.pelleh.engine.event.Alias;
import io.pelleh.engine.event.Subject;
import io.pelleh.engine.flow.Meter.Occasion;
import io.pelleh.engine.flow.Meter.Step;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is meant, and how they stand: from the fast copy, or from the journal when that is away. */
final class Customers {

    static final CustomerId GUEST = new CustomerId("guest");
    private static final int MAX_MERGES = 64;

    private final CustomerStates states;
    private final Journal journal;
    private final Meter meter;

    Customers(CustomerStates states, Journal journal, Meter meter) {
        this.states = states;
        this.journal = journal;
        this.meter = meter;
    }

    /** The customer a subject means: the shop's id, whoever the aliases belong to, or a new id made of the first alias. */
    Optional<CustomerId> who(ProgramId program, Subject subject) {
        CustomerId customer = subject.customer();
        if (customer != null) {
            return Optional.of(customer);
        }
        if (subject.aliases().isEmpty()) {
            return Optional.empty();
        }
        List<CustomerId> known = journal.known(program, subject.aliases());
        return Optional.of(known.isEmpty() ? made(subject.aliases().getFirst()) : known.getFirst());
    }

    private static CustomerId made(Alias alias) {
        return new CustomerId(prefix(alias.kind()) + alias.value());
    }

    /** Whether an id was made of an alias, for want of the shop's own. */
    static boolean made(CustomerId id) {
        return Arrays.stream(Alias.Kind.values()).anyMatch(kind -> id.value().startsWith(prefix(kind)));
    }

    private static String prefix(Alias.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ":";
    }

    /** The state of a customer, or of the one they turned out to be. */
    Optional<CustomerState> load(ProgramId program, CustomerId customer) {
        return follow(program, customer, true);
    }

    /** The state as it is in MySQL. */
    Optional<CustomerState> truth(ProgramId program, CustomerId customer) {
        return follow(program, customer, false);
    }

    /** Reads the files of what is asked for. */
    Filed filed(Filed.Asked asked) {
        if (asked.nothing()) {
            return new Filed(asked, null, null, null);
        }
        long begun = System.nanoTime();
        Filed filed = journal.filed(asked);
        meter.took(Step.LOAD, System.nanoTime() - begun);
        return filed;
    }

    /** The state of a customer whose own was read already, or of the one they turned out to be. */
    Optional<CustomerState> survivor(ProgramId program, @Nullable CustomerState own) {
        return own == null || own.fate().mergedInto() == null
                ? Optional.ofNullable(own)
                : follow(program, own.id(), false);
    }

    private Optional<CustomerState> follow(ProgramId program, CustomerId customer, boolean fast) {
        long begun = System.nanoTime();
        Optional<CustomerState> state = one(program, customer, fast);
        for (int i = 0; i < MAX_MERGES && state.isPresent(); i++) {
            CustomerId survivor = state.get().fate().mergedInto();
            if (survivor == null) {
                break;
            }
            state = one(program, survivor, fast);
        }
        meter.took(Step.LOAD, System.nanoTime() - begun);
        return state;
    }

    /** The state as it was known at an instant, of the customer or of the one they had turned out to be by then. */
    Optional<CustomerState> past(ProgramId program, CustomerId customer, Instant at) {
        Optional<CustomerState> state = journal.findAt(program, customer, at);
        for (int i = 0; i < MAX_MERGES && state.isPresent(); i++) {
            CustomerId survivor = state.get().fate().mergedInto();
            if (survivor == null) {
                break;
            }
            state = journal.findAt(program, survivor, at);
        }
        return state;
    }

    private Optional<CustomerState> one(ProgramId program, CustomerId customer, boolean fast) {
        if (!fast) {
            return journal.find(program, customer);
        }
        try {
            Optional<CustomerState> copy = states.find(program, customer);
            if (copy.isPresent()) {
                return copy;
            }
            Optional<CustomerState> truth = journal.find(program, customer);
            truth.ifPresent(state -> states.keep(program, state));
            return truth;
        } catch (StatesUnavailable e) {
            meter.count(Occasion.STATES_AWAY);
            return journal.find(program, customer);
        }
    }

    /** Brings the fast copy up to date; when it is away, it is told so and repaired later. */
    void keep(ProgramId program, CustomerState state) {
        long begun = System.nanoTime();
        try {
            states.keep(program, state);
        } catch (StatesUnavailable e) {
            meter.count(Occasion.STATES_AWAY);
        }
        meter.took(Step.KEEP, System.nanoTime() - begun);
    }
}

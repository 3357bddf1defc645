package io.pelleh.api.draft;

import io.pelleh.api.draft.Draft.People;
import io.pelleh.api.draft.Draft.Plan;
import io.pelleh.api.draft.Draft.State;
import io.pelleh.api.draft.Gate.Verdict;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.ruleset.Publication;
import io.pelleh.api.ruleset.ReleaseNumberTaken;
import io.pelleh.api.ruleset.ReleaseStore.Origin;
import io.pelleh.api.ruleset.ReleaseStore.Released;
import io.pelleh.api.ruleset.ReleaseStore.Signed;
import io.pelleh.api.ruleset.Releases;
import io.pelleh.engine.program.ProgramId;
import io.pelleh.rules.reading.RulesRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes releases of approved drafts: merged with what was released meanwhile, checked, and swapped in as a whole. */
final class Publishing {

    private static final List<String> CANARY_FOLDERS = List.of("promotions/", "journeys/");

    private final Drafts drafts;
    private final Gate gate;

    Publishing(Drafts drafts, Gate gate) {
        this.drafts = drafts;
        this.gate = gate;
    }

    /**
     * How a draft is to be published.
     *
     * @param share of 10,000 customers for a canary; null for all
     */
    record Manner(String actor, String note, @Nullable Integer share) {}

    /**
     * Releases an approved draft, in force at once.
     *
     * @throws Refused when what it changes was changed by a release meanwhile, with base, yours and theirs; when it does
     *     not pass the gate on top of what was released meanwhile; when another release came first
     */
    Draft publish(ProgramId program, Draft draft, Manner manner) {
        Releases releases = drafts.ports().releases();
        Releases.Files newest = releases.newest(program);
        List<Change> changes = drafts.changes(program, draft.id());
        check(program, changes, manner);
        conflicts(program, changes, newest.files());
        Map<String, byte[]> files = Drafts.over(newest.files(), changes);
        if (!Content.digest(files).equals(draft.plan().passed())) {
            demand(gate.judge(gate.program(program), files));
        }
        String approver = Objects.requireNonNullElse(draft.people().approver(), manner.actor());
        String submitter = Objects.requireNonNullElse(
                draft.people().submitter(), draft.people().author());
        String note = manner.note().isEmpty() ? draft.title() : manner.note();
        Publication publication = new Publication(
                program,
                newest.number(),
                files,
                new Signed(submitter, approver, note),
                new Origin(draft.id(), null),
                manner.share());
        return released(publication, draft, manner);
    }

    private Draft released(Publication publication, Draft draft, Manner manner) {
        State state = manner.share() == null ? State.RELEASED : State.CANARY;
        String action = manner.share() == null ? "draft.published" : "draft.canaried";
        try {
            drafts.ports().releases().publish(publication, number -> {
                Plan plan = new Plan(draft.plan().passed(), null, manner.share(), number, null);
                drafts.move(
                        publication.program(),
                        draft.id(),
                        new Expected(manner.actor(), draft.revision()),
                        new Step(action, manner.actor(), same -> same.to(state, plan)));
            });
        } catch (ReleaseNumberTaken e) {
            throw new Refused(Code.RELEASE_RACE, "another release came first; publish again on top of it");
        } catch (RulesRejected e) {
            demand(new Verdict(e.problems(), List.of(), null));
        }
        return drafts.get(publication.program(), draft.id());
    }

    private void check(ProgramId program, List<Change> changes, Manner manner) {
        if (changes.isEmpty()) {
            throw new Refused(Code.DRAFT_STATE, "the draft changes nothing");
        }
        if (drafts.ports().releases().canary(program) != null) {
            throw new Refused(Code.CANARY_RUNNING, "promote or abort the canary before anything else is published");
        }
        boolean narrow =
                changes.stream().allMatch(change -> CANARY_FOLDERS.stream().anyMatch(change.path()::startsWith));
        if (manner.share() != null && !narrow) {
            throw new Refused(Code.DRAFT_STATE, "only promotions and journeys can be tried on some customers");
        }
    }

    /** Whatever a release changed since, and this draft too, and not to the same. */
    private void conflicts(ProgramId program, List<Change> changes, Map<String, byte[]> newest) {
        List<ThreeWay> conflicts = new ArrayList<>();
        for (Change change : changes) {
            Content theirs = Content.orNull(newest.get(change.path()));
            String released = theirs == null ? null : theirs.sha();
            if (!Objects.equals(released, change.base()) && !Objects.equals(released, change.sha())) {
                conflicts.add(new ThreeWay(change.path(), base(program, change), change.content(), theirs));
            }
        }
        if (!conflicts.isEmpty()) {
            throw ThreeWay.refused(
                    Code.DRAFT_CONFLICT,
                    "a release changed the same files; merge them, then bring the draft up to date",
                    conflicts);
        }
    }

    private @Nullable Content base(ProgramId program, Change change) {
        String base = change.base();
        return base == null
                ? null
                : drafts.ports()
                        .releases()
                        .file(program, change.path(), base)
                        .map(Content::of)
                        .orElse(null);
    }

    /** @throws Refused with the verdict, when it is against */
    static void demand(Verdict verdict) {
        if (!verdict.passed()) {
            throw new Refused(
                    Code.RULES_REJECTED,
                    verdict.problems().isEmpty()
                            ? "scenarios do not end as they say"
                            : verdict.problems().getFirst().toString(),
                    List.of(),
                    json -> VerdictJson.members(json, verdict));
        }
    }

    /** Releases the files of an older release again, as a new number. A running canary is aborted by it. */
    Released rollback(ProgramId program, long number, Manner manner) {
        Releases releases = drafts.ports().releases();
        Released old = releases.find(program, number);
        Released canary = releases.canary(program);
        if (canary != null) {
            new Canaries(drafts).end(program, canary, false, manner.actor());
        }
        Releases.Files newest = releases.newest(program);
        if (newest.number() == number) {
            throw new Refused(Code.DRAFT_STATE, "release " + number + " is in force");
        }
        Signed signed = new Signed(manner.actor(), manner.actor(), manner.note());
        Origin origin = new Origin(null, number);
        Publication publication =
                new Publication(program, newest.number(), releases.files(program, number), signed, origin, null);
        try {
            return releases.publish(
                    publication,
                    fresh -> drafts.ports()
                            .audit()
                            .add(new Trail(program, manner.actor()).rollback(newest.number(), old.number(), fresh)));
        } catch (ReleaseNumberTaken e) {
            throw new Refused(Code.RELEASE_RACE, "another release came first; look at it and roll back again");
        }
    }

    static People approved(People people, String actor) {
        return new People(people.author(), people.submitter(), actor);
    }
}

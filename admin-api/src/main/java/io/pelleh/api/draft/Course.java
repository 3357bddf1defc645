package io.pelleh.api.draft;

import io.pelleh.api.draft.Draft.People;
import io.pelleh.api.draft.Draft.Plan;
import io.pelleh.api.draft.Draft.State;
import io.pelleh.api.draft.Gate.Verdict;
import io.pelleh.api.draft.Publishing.Manner;
import io.pelleh.api.journal.ProgramRegister;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.engine.program.ProgramId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way of a draft: validated, submitted, approved by somebody else, published; or back. */
public final class Course {

    private final Drafts drafts;
    private final Gate gate;
    private final ProgramRegister programs;
    private final Publishing publishing;

    public Course(Drafts drafts, Gate gate, ProgramRegister programs) {
        this.drafts = drafts;
        this.gate = gate;
        this.programs = programs;
        this.publishing = new Publishing(drafts, gate);
    }

    Publishing publishing() {
        return publishing;
    }

    /** Puts a draft through the gate; one that passes is validated. */
    Verdict validate(ProgramId program, String id, String actor) {
        Draft draft = drafts.get(program, id);
        Map<String, byte[]> files = drafts.files(program, id);
        Verdict verdict = gate.judge(programs.get(program), files);
        String digest = Content.digest(files);
        if (verdict.passed() && draft.editable() && !digest.equals(draft.plan().passed())) {
            Plan plan = new Plan(digest, null, null, null, draft.plan().reason());
            drafts.move(
                    program,
                    id,
                    new Expected(actor, draft.revision()),
                    new Step("draft.validated", actor, same -> same.to(State.VALIDATED, plan)));
        }
        return verdict;
    }

    /** Hands a draft in for approval, through the gate. */
    Draft submit(ProgramId program, String id, Expected expected) {
        Draft draft = drafts.get(program, id);
        expected.check(draft);
        must(draft, EnumSet.of(State.DRAFT, State.VALIDATED));
        if (drafts.changes(program, id).isEmpty()) {
            throw new Refused(Code.DRAFT_STATE, "the draft changes nothing");
        }
        Map<String, byte[]> files = drafts.files(program, id);
        String digest = Content.digest(files);
        if (!digest.equals(draft.plan().passed())) {
            Publishing.demand(gate.judge(programs.get(program), files));
        }
        Plan plan = new Plan(digest, null, null, null, null);
        return drafts.move(
                program,
                id,
                new Expected(expected.actor(), draft.revision()),
                new Step(
                        "draft.submitted",
                        expected.actor(),
                        same -> same.to(State.SUBMITTED, plan)
                                .by(new People(same.people().author(), expected.actor(), null))));
    }

    /** @throws Refused when the approver worked on it, where the program wants four eyes */
    Draft approve(ProgramId program, String id, Expected expected) {
        Draft draft = drafts.get(program, id);
        expected.check(draft);
        must(draft, EnumSet.of(State.SUBMITTED));
        if (programs.fourEyes(program) && worked(program, draft, expected.actor())) {
            throw new Refused(Code.FOUR_EYES, expected.actor() + " worked on it; somebody else has to approve it");
        }
        return drafts.move(
                program,
                id,
                new Expected(expected.actor(), draft.revision()),
                new Step(
                        "draft.approved",
                        expected.actor(),
                        same -> same.to(State.APPROVED, same.plan())
                                .by(Publishing.approved(same.people(), expected.actor()))));
    }

    private boolean worked(ProgramId program, Draft draft, String actor) {
        return actor.equals(draft.people().author())
                || actor.equals(draft.people().submitter())
                || drafts.rows().editors(program, draft.id()).contains(actor);
    }

    /** Gives a draft back to its writers. */
    Draft reject(ProgramId program, String id, Expected expected, String reason) {
        must(drafts.get(program, id), EnumSet.of(State.SUBMITTED, State.APPROVED, State.SCHEDULED));
        return drafts.move(program, id, expected, new Step("draft.rejected", expected.actor(), draft -> {
            Plan plan = new Plan(draft.plan().passed(), null, null, null, reason);
            return draft.edited().to(State.DRAFT, plan);
        }));
    }

    /** Takes back a submission to go on writing; gives up a draft that is being written. */
    Draft withdraw(ProgramId program, String id, Expected expected) {
        Draft draft = drafts.get(program, id);
        must(draft, EnumSet.complementOf(EnumSet.of(State.CANARY, State.RELEASED, State.WITHDRAWN)));
        return drafts.move(
                program,
                id,
                expected,
                new Step(
                        "draft.withdrawn",
                        expected.actor(),
                        same -> same.editable() ? same.to(State.WITHDRAWN, Plan.NONE) : same.edited()));
    }

    /** Takes what the draft says over what was released meanwhile: its conflicts count as merged. */
    Draft rebase(ProgramId program, String id, Expected expected) {
        Draft draft = drafts.get(program, id);
        must(draft, EnumSet.of(State.DRAFT, State.VALIDATED));
        return drafts.rebase(program, id, expected);
    }

    /** Publishes an approved draft: now, or when its time has come. */
    Draft publish(ProgramId program, String id, Expected expected, When when) {
        Draft draft = drafts.get(program, id);
        expected.check(draft);
        must(draft, EnumSet.of(State.APPROVED, State.SCHEDULED));
        Instant at = when.at();
        if (at == null || !at.isAfter(programs.now(programs.get(program)))) {
            return publishing.publish(program, draft, new Manner(expected.actor(), when.note(), when.share()));
        }
        Plan plan = new Plan(draft.plan().passed(), at, when.share(), null, null);
        return drafts.move(
                program,
                id,
                new Expected(expected.actor(), draft.revision()),
                new Step("draft.scheduled", expected.actor(), same -> same.to(State.SCHEDULED, plan)));
    }

    /**
     * When a draft is published, and for whom.
     *
     * @param at by the program's clock; null for now
     * @param share of 10,000 customers for a canary; null for all
     */
    record When(@Nullable Instant at, @Nullable Integer share, String note) {}

    private static void must(Draft draft, Set<State> states) {
        if (!states.contains(draft.state())) {
            throw new Refused(Code.DRAFT_STATE, "the draft is " + draft.state().word());
        }
    }
}

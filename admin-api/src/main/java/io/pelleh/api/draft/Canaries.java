package io.pelleh.api.draft;

import io.pelleh.api.draft.Draft.Plan;
import io.pelleh.api.draft.Draft.State;
import io.pelleh.api.problem.Code;
import io.pelleh.api.problem.Refused;
import io.pelleh.api.ruleset.ReleaseStore;
import io.pelleh.api.ruleset.ReleaseStore.Released;
import io.pelleh.engine.program.ProgramId;

/** Ends canaries: for all, or for nobody. */
final class Canaries {

    private final Drafts drafts;

    Canaries(Drafts drafts) {
        this.drafts = drafts;
    }

    /** @throws Refused when the release is no running canary */
    Released end(ProgramId program, long number, boolean forAll, String actor) {
        Released canary = drafts.ports().releases().find(program, number);
        return end(program, canary, forAll, actor);
    }

    Released end(ProgramId program, Released canary, boolean forAll, String actor) {
        ReleaseStore.State state = forAll ? ReleaseStore.State.RELEASED : ReleaseStore.State.ABORTED;
        boolean ended = canary.state() == ReleaseStore.State.CANARY
                && drafts.ports().releases().settle(program, canary, state, () -> move(program, canary, forAll, actor));
        if (!ended) {
            throw new Refused(Code.NO_CANARY, "release " + canary.number() + " is no running canary");
        }
        return drafts.ports().releases().find(program, canary.number());
    }

    /** The draft of a promoted canary is released; that of an aborted one is written again. */
    private void move(ProgramId program, Released canary, boolean forAll, String actor) {
        String id = canary.origin().draft();
        if (id == null) {
            return;
        }
        String action = forAll ? "canary.promoted" : "canary.aborted";
        drafts.move(program, id, new Expected(actor, null), new Step(action, actor, draft -> {
            Plan aborted = new Plan(null, null, null, null, "canary " + canary.number() + " was aborted");
            return forAll
                    ? draft.to(State.RELEASED, draft.plan())
                    : draft.edited().to(State.DRAFT, aborted);
        }));
    }
}

package io.pelleh.api.simulate;

import io.pelleh.engine.decision.RuleSet;
import io.pelleh.rules.why.Reasons;

/** Rules that can be run and asked for their reasons. */
record Edition(long release, RuleSet rules, Reasons reasons) {}

/** Campaigns as they stand: state, budgets, and what they cost and brought beside the plan. */
@NullMarked
package io.pelleh.api.campaign;

import org.jspecify.annotations.NullMarked;

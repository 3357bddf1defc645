/** Campaigns: promotions with a schedule, an audience and a budget of their own. */
@NullMarked
package io.pelleh.engine.campaign;

import org.jspecify.annotations.NullMarked;

/** Counters of campaigns in MySQL. */
@NullMarked
package io.pelleh.api.campaign.mysql;

import org.jspecify.annotations.NullMarked;

/** The journal's JSON: events and decisions as they are kept. */
@NullMarked
package io.pelleh.api.journal.json;

import org.jspecify.annotations.NullMarked;

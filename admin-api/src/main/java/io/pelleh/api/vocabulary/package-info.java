/** What rules may look at and ask for, for the forms and pickers of a browser. */
@NullMarked
package io.pelleh.api.vocabulary;

import org.jspecify.annotations.NullMarked;

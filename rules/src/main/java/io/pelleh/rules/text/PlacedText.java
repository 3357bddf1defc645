package io.pelleh.rules.text;

import java.util.List;

/**
 * DRL that another form stands for.
 *
 * @param spots for each of its lines where in the original it comes from: cell, JSON pointer, or line number
 * @param flaws what could not be written as DRL and was left out
 */
public record PlacedText(String text, List<String> spots, List<Flaw> flaws) {

    public PlacedText {
        spots = List.copyOf(spots);
        flaws = List.copyOf(flaws);
    }
}

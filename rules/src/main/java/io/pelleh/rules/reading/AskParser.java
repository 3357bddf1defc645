package io.pelleh.rules.reading;

import io.pelleh.engine.decision.Ask;
import io.pelleh.engine.decision.Ask.BuyGet.Less;
import io.pelleh.engine.decision.Ask.Dimension;
import io.pelleh.engine.decision.Ask.Off;
import io.pelleh.rules.reading.Token.Kind;
import io.pelleh.rules.text.Nearest;
import io.pelleh.rules.text.Wrong;
import io.pelleh.rules.vocabulary.Verb;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads what a rule asks for: {@code effects.<verb>(constants);} and nothing else, so no code of a rule is ever run. */
public final class AskParser {

    private static final String HINT = "write: effects.freeShipping(); or another verb, with constants in the brackets";
    private static final int MAX_ASKS = 16;

    private final ZoneId zone;
    private final List<Token> tokens;
    private int at;

    private AskParser(ZoneId zone, List<Token> tokens) {
        this.zone = zone;
        this.tokens = tokens;
    }

    /**
     * Everything a text asks for.
     *
     * @param zone in which a day ends
     * @param wrongs is told what cannot be read
     */
    static List<Ask> parse(ZoneId zone, String text, List<Wrong> wrongs) {
        int before = wrongs.size();
        List<Ask> asks = new ArrayList<>();
        try {
            AskParser parser = new AskParser(zone, Lexer.tokens(text));
            while (parser.peek().kind() != Kind.END) {
                parser.call(asks, wrongs);
            }
        } catch (Wrong wrong) {
            wrongs.add(wrong.on(0));
        }
        if (wrongs.size() == before && (asks.isEmpty() || asks.size() > MAX_ASKS)) {
            wrongs.add(new Wrong("a rule asks for 1 to " + MAX_ASKS + " effects, not " + asks.size(), HINT));
        }
        return asks;
    }

    /** One call; after one that cannot be read goes on behind the next semicolon. */
    private void call(List<Ask> asks, List<Wrong> wrongs) {
        try {
            asks.add(call());
        } catch (Wrong wrong) {
            wrongs.add(wrong.on(tokens.get(Math.max(0, at - 1)).line()));
            while (peek().kind() != Kind.END && !peek().is(";")) {
                take();
            }
            while (peek().is(";")) {
                take();
            }
        }
    }

    private Ask call() {
        if (!peek().is("effects")) {
            throw new Wrong("only effects.<verb>(…) may follow, not \"" + peek().text() + "\"", HINT, peek().line());
        }
        take();
        expect(".");
        String verb = take().text();
        expect("(");
        Arguments arguments = new Arguments(zone, verb, arguments());
        expect(")");
        while (peek().is(";")) {
            take();
        }
        Ask ask = ask(verb, arguments);
        arguments.done();
        return ask;
    }

    private List<Token> arguments() {
        List<Token> arguments = new ArrayList<>();
        while (!peek().is(")") && peek().kind() != Kind.END) {
            Token token = take();
            if (token.is("-") && peek().kind() == Kind.NUMBER) {
                token = new Token(Kind.NUMBER, "-" + take().text(), token.line());
            }
            arguments.add(token);
            if (!peek().is(")")) {
                expect(",");
            }
        }
        return arguments;
    }

    private static Ask ask(String verb, Arguments in) {
        return switch (verb) {
            case "loyalty" -> new Ask.Score(Dimension.LOYALTY, in.score());
            case "frequency" -> new Ask.Score(Dimension.FREQUENCY, in.score());
            case "recency" -> new Ask.Score(Dimension.RECENCY, in.score());
            case "monetary" -> new Ask.Score(Dimension.MONETARY, in.score());
            case "segment" -> new Ask.Segment(in.name());
            case "rung" -> new Ask.Place(in.rung());
            case "tier" -> new Ask.Tier(in.name());
            case "points" -> new Ask.Points(in.positive());
            case "pointsPer" -> new Ask.PointsPer(in.positive(), in.positive());
            case "upsell" -> new Ask.Upsell(in.word(), in.positive(), in.positive());
            case "crossSell" -> new Ask.CrossSell(in.word(), in.percent(), in.until());
            case "winBack" -> new Ask.WinBack(in.percent(), in.days());
            case "message" -> new Ask.Message(in.word());
            case "issueCoupon" -> new Ask.IssueCoupon(in.word(), in.days());
            case "gift" -> new Ask.Gift(in.word(), in.positive());
            default -> discount(verb, in);
        };
    }

    private static Ask discount(String verb, Arguments in) {
        return switch (verb) {
            case "percentOff" -> new Ask.PercentOff(Off.BASKET, in.percent());
            case "percentOffItems" -> new Ask.PercentOff(Off.ITEMS, in.percent());
            case "percentOffItem" -> new Ask.PercentOff(Off.ITEM, in.percent());
            case "percentOffPrice" -> new Ask.PercentOff(Off.PIECE, in.percent());
            case "percentOffShipping" -> new Ask.PercentOff(Off.SHIPPING, in.percent());
            case "amountOff" -> new Ask.AmountOff(Off.BASKET, in.positive());
            case "amountOffItems" -> new Ask.AmountOff(Off.ITEMS, in.positive());
            case "amountOffItem" -> new Ask.AmountOff(Off.ITEM, in.positive());
            case "amountOffEach" -> new Ask.AmountOff(Off.PIECE, in.positive());
            case "amountOffShipping" -> new Ask.AmountOff(Off.SHIPPING, in.positive());
            case "priceEach" -> new Ask.PriceEach(in.positive());
            case "priceForPieces" -> new Ask.PriceForPieces(in.positive(), in.positive());
            case "cheapestOff" -> someOff(false, in);
            case "dearestOff" -> someOff(true, in);
            case "buyGet" -> buyGet(in, true);
            case "buyGetAmountOff" -> buyGet(in, false);
            case "bundle" -> new Ask.Bundle(in.products(), in.positive());
            case "freeShipping" -> new Ask.FreeShipping();
            default -> throw new Wrong("effects." + verb + "(…) does not exist", Nearest.hint(verb, verbs(), HINT));
        };
    }

    private static Ask someOff(boolean dearest, Arguments in) {
        long every = in.positive();
        long pieces = in.positive();
        if (pieces > every) {
            throw new Wrong("of every " + every + " pieces not " + pieces + " can be reduced", "");
        }
        return new Ask.SomeOff(dearest, every, pieces, in.percent());
    }

    private static Ask buyGet(Arguments in, boolean percent) {
        long buy = in.positive();
        String target = in.word();
        long get = in.positive();
        Less less = percent ? new Less(in.percent(), 0) : new Less(0, in.positive());
        return new Ask.BuyGet(buy, target, get, less, in.positive());
    }

    private static List<String> verbs() {
        return Verb.all().stream().map(Verb::name).toList();
    }

    private void expect(String symbol) {
        if (!peek().is(symbol)) {
            throw new Wrong("\"" + symbol + "\" is expected instead of \"" + peek().text() + "\"", HINT);
        }
        take();
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at < tokens.size() - 1 ? at++ : at);
    }
}

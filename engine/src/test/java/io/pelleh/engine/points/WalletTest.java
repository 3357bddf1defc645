package io.pelleh.engine.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.pelleh.engine.fixtures.Dice;
import io.pelleh.engine.fixtures.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalletTest {

    private static final Instant NOON = Given.NOON;
    private static final Instant MARCH_ENDS = Instant.parse("2026-03-31T22:00:00Z");

    @Test
    void pointsLastUntilTheTwelfthMonthAfterEnds() {
        Lot lot = PointsPolicy.STARTER.lot(Given.EUR, "1-0", 10, NOON);

        assertThat(lot.expiresAt()).isEqualTo(MARCH_ENDS);
        assertThat(lot.active(NOON)).isTrue();
        assertThat(lot.active(MARCH_ENDS)).isFalse();
        assertThat(lot.expired(MARCH_ENDS)).isTrue();
        assertThat(lot.expired(MARCH_ENDS.minusMillis(1))).isFalse();
    }

    @Test
    void pointsThatRunOutTogetherShareALot() {
        Wallet wallet = earn(earn(Wallet.EMPTY, lot("1-0", 10, NOON, MARCH_ENDS)), lot("2-0", 5, NOON, MARCH_ENDS));

        assertThat(wallet.lots()).singleElement().satisfies(lot -> {
            assertThat(lot.id()).isEqualTo("1-0");
            assertThat(lot.left()).isEqualTo(15);
        });
    }

    @Test
    void pointsThatMayNotBeSpentYetArePendingAndNeverJoinActiveOnes() {
        Instant later = NOON.plus(Duration.ofDays(14));
        Lot pending = new Lot("2-0", 5, 5, NOON, later, MARCH_ENDS);
        Wallet wallet = earn(earn(Wallet.EMPTY, lot("1-0", 10, NOON, MARCH_ENDS)), pending);

        assertThat(wallet.active(NOON)).isEqualTo(10);
        assertThat(wallet.pending(NOON)).isEqualTo(5);
        assertThat(wallet.due(NOON)).isEqualTo(later);
        assertThat(wallet.active(later)).isEqualTo(15);
        assertThat(wallet.pending(later)).isZero();
        assertThat(wallet.due(later)).isEqualTo(MARCH_ENDS);
        assertThat(wallet.due(MARCH_ENDS)).isEqualTo(Instant.MAX);
    }

    @Test
    void whatIsTakenBackComesFromItsOwnLotThenFromTheOneThatRunsOutFirstThenIsOwed() {
        Wallet wallet = earn(Wallet.EMPTY, lot("late", 10, NOON, MARCH_ENDS.plusSeconds(2)));
        wallet = earn(wallet, lot("soon", 10, NOON, MARCH_ENDS.plusSeconds(1)));
        wallet = earn(wallet, lot("own", 10, NOON, MARCH_ENDS.plusSeconds(3)));

        Wallet.Change change = wallet.reverse("own", 35);

        assertThat(change.entries())
                .containsExactly(
                        new LedgerEntry.Reversed("own", 10),
                        new LedgerEntry.Reversed("soon", 10),
                        new LedgerEntry.Reversed("late", 10),
                        new LedgerEntry.Owed(5));
        assertThat(change.wallet()).isEqualTo(new Wallet(List.of(), 5));
    }

    @Test
    void whatIsOwedIsRepaidFromTheNextPoints() {
        Wallet.Change change = new Wallet(List.of(), 7).earn(lot("1-0", 10, NOON, MARCH_ENDS));

        assertThat(change.entries())
                .containsExactly(
                        new LedgerEntry.Accrued("1-0", 10), new LedgerEntry.Spent("1-0", 7), new LedgerEntry.Repaid(7));
        assertThat(change.wallet().debt()).isZero();
        assertThat(change.wallet().active(NOON)).isEqualTo(3);
    }

    @Test
    void aFullWalletStillKeepsItsPromise() {
        Wallet wallet = Wallet.EMPTY;
        for (int i = 0; i < Wallet.MAX_LOTS + 5; i++) {
            wallet = earn(wallet, lot("lot-" + i, 1, NOON, MARCH_ENDS.plusSeconds(i)));
        }

        assertThat(wallet.lots()).hasSize(Wallet.MAX_LOTS);
        assertThat(wallet.active(MARCH_ENDS.plusSeconds(Wallet.MAX_LOTS + 3))).isPositive();
        assertThat(wallet.balance()).isEqualTo(Wallet.MAX_LOTS + 5);
    }

    @Test
    void aWalletTakenOverPaysWhatItOwes() {
        Wallet owing = new Wallet(List.of(), 4);
        Wallet rich = earn(Wallet.EMPTY, lot("1-0", 10, NOON, MARCH_ENDS));

        Wallet.Change change = owing.absorb(rich, "9-m");

        assertThat(change.wallet().debt()).isZero();
        assertThat(change.wallet().active(NOON)).isEqualTo(6);
        assertThat(sum(change)).isEqualTo(10);
        assertThat(rich.absorb(owing, "9-m").wallet().active(NOON)).isEqualTo(6);
    }

    @Test
    void whateverHappensTheBalanceIsTheSumOfTheLedger() {
        Dice.rounds(300, dice -> {
            Wallet wallet = Wallet.EMPTY;
            Wallet other = Wallet.EMPTY;
            long ledger = 0;
            Instant now = NOON;
            for (int i = 0; i < 150; i++) {
                now = now.plus(Duration.ofHours(dice.below(500)));
                Wallet.Change change = randomChange(dice, wallet, lot("lot-" + i, dice, now));
                ledger += sum(change);
                wallet = change.wallet();
                other = randomChange(dice, other, lot("other-" + i, dice, now)).wallet();
                check(wallet, ledger);
            }
            check(wallet.absorb(other, "m").wallet(), ledger + other.balance());
        });
    }

    private static void check(Wallet wallet, long ledger) {
        assertThat(wallet.balance()).isEqualTo(ledger);
        assertThat(wallet.lots()).hasSizeLessThanOrEqualTo(Wallet.MAX_LOTS).allMatch(lot -> lot.left() > 0);
        assertThat(wallet.lots()).extracting(Lot::id).doesNotHaveDuplicates();
        assertThat(wallet.debt() == 0 || wallet.lots().isEmpty())
                .as("who owes has nothing to spend")
                .isTrue();
    }

    private static Wallet.Change randomChange(Dice dice, Wallet wallet, Lot lot) {
        return switch (dice.below(5)) {
            case 0 -> wallet.expire(lot.earnedAt());
            case 1, 2 -> wallet.reverse(anyLot(dice, wallet), dice.between(1, 300));
            default -> wallet.earn(lot);
        };
    }

    private static String anyLot(Dice dice, Wallet wallet) {
        return wallet.lots().isEmpty() || dice.chance(20)
                ? "gone"
                : dice.oneOf(wallet.lots()).id();
    }

    private static Lot lot(String id, Dice dice, Instant now) {
        Instant activeAt = now.plus(Duration.ofHours(dice.below(3) * 100L));
        long points = dice.between(1, 200);
        return new Lot(id, points, points, now, activeAt, activeAt.plus(Duration.ofDays(dice.between(1, 600))));
    }

    private static Lot lot(String id, long points, Instant at, Instant expiresAt) {
        return new Lot(id, points, points, at, at, expiresAt);
    }

    private static Wallet earn(Wallet wallet, Lot lot) {
        return wallet.earn(lot).wallet();
    }

    private static long sum(Wallet.Change change) {
        return change.entries().stream().mapToLong(LedgerEntry::signed).sum();
    }
}

package io.pelleh.engine.facts;

import io.pelleh.engine.checkout.Goods;
import java.util.ArrayList;
import java.util.List;

/** The fact about a basket or an order: what a rule sees as {@code Basket(…)}, with its {@link Customer}. */
public final class Basket implements Situation {

    private final Customer customer;
    private final Goods goods;
    private final List<String> batches;
    private final long total;
    private final long units;
    private final List<Item> items;

    /** A basket with no code of a batch. */
    public Basket(Customer customer, Goods goods) {
        this(customer, goods, List.of());
    }

    /** @param batches those of which a code was given that may be used */
    public Basket(Customer customer, Goods goods, List<String> batches) {
        this.customer = customer;
        this.goods = goods;
        this.batches = batches;
        this.total = goods.total();
        this.units = goods.units();
        this.items = itemsOf(goods);
    }

    /** The same basket as discounts left it. */
    public Basket with(Goods left) {
        return new Basket(customer, left, batches);
    }

    private List<Item> itemsOf(Goods goods) {
        List<Item> all = new ArrayList<>(goods.lines().size());
        for (int i = 0; i < goods.lines().size(); i++) {
            all.add(new Item(this, goods.lines().get(i), i));
        }
        return List.copyOf(all);
    }

    @Override
    public Customer customer() {
        return customer;
    }

    @Override
    public Basket basket() {
        return this;
    }

    public Customer getCustomer() {
        return customer;
    }

    /** What the lines cost now, without shipping, in minor units. */
    public long getTotal() {
        return total;
    }

    public long getUnits() {
        return units;
    }

    public long getShipping() {
        return goods.shipping();
    }

    public List<String> getCoupons() {
        return goods.coupons();
    }

    /** Batches of which a code was given that may be used. */
    public List<String> getCouponBatches() {
        return batches;
    }

    /** A value the shop sent along, or empty. */
    public String attribute(String name) {
        return goods.attributes().getOrDefault(name, "");
    }

    /** A number the shop sent along, rounded down; 0 when it is missing or none. */
    public long number(String name) {
        return OwnValue.number(attribute(name));
    }

    /** Whether the shop sent {@code true} along. */
    public boolean flag(String name) {
        return OwnValue.flag(attribute(name));
    }

    public Goods goods() {
        return goods;
    }

    /** One for each line, in order. */
    public List<Item> items() {
        return items;
    }
}

# Sentences
[when]there is a customer=Customer()
[when]- with at least {n} orders=orders >= {n}
[when]- of the tier {t}=tier == {t}
[when]the basket holds {c}=Item( category == {c} )
[when]- at least {n} pieces=quantity >= {n}
[when]the basket is worth {n} or more=Basket( total >= {n} )
[then]take {p} percent off=effects.percentOff({p});
[then]give {n} points=effects.points({n});
[then]offer {n} of {s} at {p} each=effects.upsell({s}, {n}, {p});

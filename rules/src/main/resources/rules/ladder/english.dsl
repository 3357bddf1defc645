# Sentences about a customer. The longer one of two that begin alike comes first.
[when]there is a contact=Customer()
[when]- who placed at least {n} orders within a year=orders365 >= {n}
[when]- who placed at least {n} orders=orders >= {n}
[when]- who looked at least {n} times directly=directInteractions >= {n}
[when]- who looked at least {n} times indirectly=indirectInteractions >= {n}
[when]- who asked for at least {n} quotes=quotes >= {n}
[when]- who brought at least {n} friends who bought=referralsConverted >= {n}
[when]- who would recommend us with at least {n} of 10=nps >= {n}
[then]the customer stands on the rung {rung}=effects.rung({rung});

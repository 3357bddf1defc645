# words
[when]a customer=Customer()
[then]give {n}=effects.points(Long.parseLong({n}));
